package io.marquee.processor;

import static io.marquee.processor.Samples.film;
import static io.marquee.processor.Samples.filmPage;
import static io.marquee.processor.Samples.page;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.records.Film;
import io.marquee.records.Page;
import io.marquee.records.RankBy;
import io.marquee.records.RunSettings;
import io.marquee.records.RunTotals;
import io.marquee.records.Topics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MarqueeTopologyTest {

    private static final Film HEAT = film(949, "Heat", 1995, 60_000_000, 187_436_818);
    private static final Film SMALL = film(1, "Small Money", 2000, 100_000, 90_000_000);
    private static final Film POOR = film(2, "No Money", 2001, 0, 0);
    private static final Page HEAT_PAGE = filmPage("Heat (1995 film)", 1995);
    private static final Page SMALL_PAGE = filmPage("Small Money", 2000);

    private final Pipeline pipeline = new Pipeline();

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void aRunPublishesFilmsWithTheirPagesAndTheReportAtTheBarrier() {
        RunTotals totals = pipeline.run("r1", List.of(HEAT, SMALL, POOR), List.of(HEAT_PAGE, SMALL_PAGE));

        assertThat(totals).isEqualTo(new RunTotals("r1", 3, 2, 3, 2, 2, 2, List.of()));
        assertThat(pipeline.filmTable().get("{\"film_id\":949}"))
                .contains("\"wikipedia_title\":\"Heat (1995 film)\"")
                .contains("\"match_method\"")
                .doesNotContain("not_ranked_reason");
        assertThat(pipeline.filmTable().get("{\"film_id\":2}"))
                .contains("\"not_ranked_reason\":\"no budget and no revenue\"");
        assertThat(pipeline.report("r1")).hasSize(2);
        assertThat(pipeline.report("r1").get(0)).contains("\"title\":\"Small Money\"", "\"return_on_budget\":900.0");
    }

    @Test
    void nothingIsPublishedBeforeTheBarriersOfBothSourcesHaveCome() {
        pipeline.film("r1", HEAT);
        pipeline.page("r1", HEAT_PAGE);
        pipeline.filmsBarrier("r1", 1);
        pipeline.read();
        assertThat(pipeline.filmTable()).isEmpty();

        pipeline.pagesBarrier("r1", 1);
        pipeline.read();
        assertThat(pipeline.filmTable()).hasSize(1);
        assertThat(pipeline.report("r1")).hasSize(1);
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        List<Film> films = List.of(HEAT, SMALL, POOR, film(3, "Heat", 1986, 17_000_000, 2_793_214));
        List<Page> pages = List.of(HEAT_PAGE, SMALL_PAGE, filmPage("Heat (1986 film)", 1986));
        pipeline.run("r1", films, pages);
        Map<String, String> expected = pipeline.filmTable();

        Random random = new Random(7);
        for (int trial = 0; trial < 10; trial++) {
            try (Pipeline other = new Pipeline()) {
                List<Runnable> arrivals = new ArrayList<>();
                films.forEach(film -> arrivals.add(() -> other.film("r1", film)));
                pages.forEach(page -> arrivals.add(() -> other.page("r1", page)));
                Collections.shuffle(arrivals, random);
                arrivals.forEach(Runnable::run);
                other.close("r1", films.size(), true, pages.size(), true, RunSettings.DEFAULT);
                assertThat(other.filmTable()).isEqualTo(expected);
                assertThat(other.report("r1")).isEqualTo(pipeline.report("r1"));
            }
        }
    }

    @Test
    void aFilmThatLeavesTheSourceLeavesTheTableAndTheReport() {
        pipeline.run("r1", List.of(HEAT, SMALL), List.of(HEAT_PAGE, SMALL_PAGE));
        pipeline.run("r2", List.of(HEAT), List.of(HEAT_PAGE, SMALL_PAGE));

        assertThat(pipeline.filmTable()).containsOnlyKeys("{\"film_id\":949}");
        assertThat(pipeline.report("r2")).hasSize(1);
        assertThat(pipeline.report("r1")).as("the earlier report stays").hasSize(2);
    }

    @Test
    void aPageThatLeavesTheSourceLeavesItsFilmWithoutALink() {
        pipeline.run("r1", List.of(HEAT), List.of(HEAT_PAGE));
        RunTotals totals = pipeline.run("r2", List.of(HEAT), List.of());

        assertThat(totals.matched()).isZero();
        assertThat(pipeline.filmTable().get("{\"film_id\":949}")).doesNotContain("wikipedia_title");
    }

    @Test
    void filmsThatDidNotChangeAreNotWrittenAgain() {
        pipeline.run("r1", List.of(HEAT, SMALL, POOR), List.of(HEAT_PAGE, SMALL_PAGE));
        pipeline.filmWrites();
        pipeline.run(
                "r2",
                List.of(HEAT, film(1, "Small Money", 2000, 200_000, 90_000_000), POOR),
                List.of(HEAT_PAGE, SMALL_PAGE));

        assertThat(pipeline.filmWrites()).containsExactly("{\"film_id\":1}");
    }

    @Test
    void aSourceThatWasNotReadDropsNothing() {
        pipeline.run("r1", List.of(HEAT, SMALL), List.of(HEAT_PAGE, SMALL_PAGE));
        pipeline.film("r2", HEAT);
        RunTotals totals = pipeline.close("r2", 1, true, 0, false, RunSettings.DEFAULT);

        assertThat(totals).isEqualTo(new RunTotals("r2", 1, 0, 1, 1, 1, 1, List.of()));
    }

    @Test
    void aRunWithOtherSettingsRanksAnewWithoutReadingAnything() {
        pipeline.run("r1", List.of(HEAT, SMALL), List.of(HEAT_PAGE, SMALL_PAGE));
        RunTotals totals =
                pipeline.close("r2", 0, false, 0, false, new RunSettings(1, RankBy.RATIO, 10_000, 10_000, 2));

        assertThat(totals.reportRows()).isEqualTo(1);
        assertThat(pipeline.report("r2").get(0)).contains("\"title\":\"Heat\"");
    }

    @Test
    void aRecordThatIsMissingAtTheBarrierMakesAProblemAndDropsNothing() {
        pipeline.run("r1", List.of(HEAT, SMALL), List.of(HEAT_PAGE, SMALL_PAGE));
        pipeline.film("r2", HEAT);
        RunTotals totals = pipeline.close("r2", 2, true, 0, false, RunSettings.DEFAULT);

        assertThat(totals.problems()).containsExactly("films sent 2 records to partition 0, of which 1 came");
        assertThat(totals.reportRows()).isZero();
        assertThat(pipeline.filmTable()).hasSize(2);
        assertThat(pipeline.report("r2")).isEmpty();
    }

    @Test
    void theOldestReportIsLetGoWhenThereAreMoreThanAreKept() {
        RunSettings two = new RunSettings(1000, RankBy.RETURN, 10_000, 10_000, 2);
        for (String run : List.of("r1", "r2", "r3")) {
            pipeline.film(run, HEAT);
            pipeline.close(run, 1, true, 0, false, two);
        }

        assertThat(pipeline.report("r1")).isEmpty();
        assertThat(pipeline.report("r2")).hasSize(1);
        assertThat(pipeline.report("r3")).hasSize(1);
    }

    @Test
    void tiesAreBrokenByVotesAndThenById() {
        List<Film> films = List.of(
                film(5, "Five", "Five", 2000, 20_000, 40_000, 1),
                film(4, "Four", "Four", 2000, 20_000, 40_000, 1),
                film(6, "Six", "Six", 2000, 30_000, 60_000, 9));
        pipeline.run("r1", films, List.of());

        assertThat(pipeline.report("r1").stream().map(row -> row.replaceAll(".*\"film_id\":(\\d+).*", "$1")))
                .containsExactly("6", "4", "5");
    }

    @Test
    void aRenamedFilmLosesItsOldPageAndFindsItsNewOne() {
        pipeline.run("r1", List.of(HEAT), List.of(HEAT_PAGE, SMALL_PAGE));
        pipeline.run(
                "r2", List.of(film(949, "Small Money", 2000, 60_000_000, 187_436_818)), List.of(HEAT_PAGE, SMALL_PAGE));

        assertThat(pipeline.filmTable().get("{\"film_id\":949}")).contains("\"wikipedia_title\":\"Small Money\"");
    }

    @Test
    void aFilmThatCannotBeReadIsMissingAtTheBarrier() {
        pipeline.rawFilm("r1", "{\"film_id\":");
        pipeline.film("r1", HEAT);
        RunTotals totals = pipeline.close("r1", 2, true, 0, true, RunSettings.DEFAULT);

        assertThat(totals.problems()).containsExactly("films sent 2 records to partition 0, of which 1 came");
    }

    @Test
    void aFilmThatNoRunBroughtBecomesARejectedRecord() {
        pipeline.strayFilm(HEAT);

        assertThat(new String(pipeline.output(Topics.REJECTED_RECORDS).get(0).value(), UTF_8))
                .contains("\"source\":\"films\"", "partition 0 offset 0", "without the header run", "Heat");
    }

    @Test
    void pagesThatCameByTheirTitlesAloneAreSeenOneByOne() {
        pipeline.film("r1", HEAT);
        pipeline.page("r1", HEAT_PAGE);
        pipeline.otherPages("r1", List.of("Upper Hill", "Lower Hill", "Hill"));
        RunTotals totals = pipeline.close("r1", 1, true, 4, true, RunSettings.DEFAULT);

        assertThat(totals).isEqualTo(new RunTotals("r1", 1, 4, 1, 1, 1, 1, List.of()));
    }

    @Test
    void pagesThatAreNotAFilmsAreSeenButNotKept() {
        RunTotals totals = pipeline.run(
                "r1",
                List.of(HEAT),
                List.of(page("Heat (novel)", "Heat is a novel.", "Plot"), page("Heat", "Heat may refer to:", "Film")));

        assertThat(totals.pagesSeen()).isEqualTo(2);
        assertThat(totals.matched()).isZero();
    }
}

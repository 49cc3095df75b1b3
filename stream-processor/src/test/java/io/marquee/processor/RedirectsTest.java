package io.marquee.processor;

import static io.marquee.processor.Samples.article;
import static io.marquee.processor.Samples.film;
import static io.marquee.processor.Samples.filmPage;
import static io.marquee.processor.Samples.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.records.Film;
import io.marquee.records.Page;
import io.marquee.records.RunSettings;
import io.marquee.records.RunTotals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RedirectsTest {

    private static final Film HEAT = film(949, "Heat", 1995, 60_000_000, 187_436_818);
    private static final Page MOVED = filmPage("Warmth (1995 film)", 1995);

    private final Pipeline pipeline = new Pipeline();

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void aPageThatMovesKeepsItsFilmsLink() {
        pipeline.run("r1", List.of(HEAT), List.of(filmPage("Heat (1995 film)", 1995)));
        assertThat(link()).contains("\"wikipedia_title\":\"Heat (1995 film)\"");

        pipeline.run("r2", List.of(HEAT), List.of(redirect("Heat (1995 film)", "Warmth (1995 film)"), MOVED));
        assertThat(link()).contains("\"wikipedia_title\":\"Warmth (1995 film)\"", "\"match_method\":\"redirect\"");
    }

    @Test
    void chainsOfRedirectsAreFollowed() {
        RunTotals totals = pipeline.run(
                "r1",
                List.of(HEAT),
                List.of(
                        redirect("Heat", "Hot"),
                        redirect("Hot", "Hotter (film)"),
                        redirect("Hotter (film)", "Warmth (1995 film)"),
                        MOVED));

        assertThat(totals.problems()).isEmpty();
        assertThat(link()).contains("\"wikipedia_title\":\"Warmth (1995 film)\"");
    }

    @Test
    void redirectsInCirclesLeadNowhere() {
        RunTotals totals = pipeline.run(
                "r1",
                List.of(HEAT),
                List.of(redirect("Heat", "Hot"), redirect("Hot", "Heat"), redirect("HEAT", "HEAT"), MOVED));

        assertThat(totals.problems()).isEmpty();
        assertThat(totals.matched()).isZero();
    }

    @Test
    void aRedirectThatIsTakenBackTakesItsLinkBack() {
        pipeline.run("r1", List.of(HEAT), List.of(redirect("Heat", "Warmth (1995 film)"), MOVED));
        assertThat(link()).contains("wikipedia_title");

        pipeline.run("r2", List.of(HEAT), List.of(redirect("Heat", "Somewhere else"), MOVED));
        assertThat(link()).doesNotContain("wikipedia_title");
    }

    @Test
    void aFilmFindsThePageThatGivesItsImdbIdWhateverItsTitle() {
        pipeline.run("r1", List.of(HEAT), List.of(article("Hitze", "tt0000949", null)));

        assertThat(link()).contains("\"wikipedia_title\":\"Hitze\"", "\"match_method\":\"imdb id\"");
    }

    @Test
    void theOrderInWhichFilmsPagesAndRedirectsArriveDoesNotMatter() {
        List<Page> pages = List.of(
                redirect("Heat", "Hot"), redirect("Hot", "Warmth (1995 film)"), redirect("Warmth", "Heat"), MOVED);
        Random random = new Random(5);
        for (int trial = 0; trial < 10; trial++) {
            try (Pipeline other = new Pipeline()) {
                List<Runnable> arrivals = new ArrayList<>();
                arrivals.add(() -> other.film("r1", HEAT));
                pages.forEach(page -> arrivals.add(() -> other.page("r1", page)));
                Collections.shuffle(arrivals, random);
                arrivals.forEach(Runnable::run);
                other.close("r1", 1, true, pages.size(), true, RunSettings.DEFAULT);
                assertThat(other.filmTable().get("{\"film_id\":949}"))
                        .contains("\"wikipedia_title\":\"Warmth (1995 film)\"");
            }
        }
    }

    private String link() {
        return pipeline.filmTable().get("{\"film_id\":949}");
    }
}

package io.marquee.processor;

import static io.marquee.processor.Samples.film;
import static io.marquee.processor.Samples.filmPage;
import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.records.Film;
import io.marquee.records.Page;
import io.marquee.records.RunSettings;
import io.marquee.records.RunTotals;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RunThatDiedTest {

    private static final Film HEAT = film(949, "Heat", 1995, 60_000_000, 187_436_818);
    private static final Film SMALL = film(1, "Small Money", 2000, 100_000, 90_000_000);
    private static final Page HEAT_PAGE = filmPage("Heat (1995 film)", 1995);
    private static final Page SMALL_PAGE = filmPage("Small Money", 2000);

    private final Pipeline pipeline = new Pipeline();

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void whatARunThatDiedLeftBehindIsGoneAfterTheNext() {
        pipeline.run("r1", List.of(HEAT, SMALL), List.of(HEAT_PAGE, SMALL_PAGE));
        Map<String, String> before = Map.copyOf(pipeline.filmTable());

        pipeline.film("r2", film(7, "Ghost", 1990, 22_000_000, 505_000_000));
        pipeline.film("r2", film(949, "Heat", 1995, 1_000_000, 2_000_000));
        pipeline.page("r2", filmPage("Ghost", 1990));
        pipeline.filmsBarrier("r2", 2);
        pipeline.read();
        assertThat(pipeline.filmTable())
                .as("a run without its barriers changes no table")
                .isEqualTo(before);

        pipeline.run("r3", List.of(HEAT, SMALL), List.of(HEAT_PAGE, SMALL_PAGE));
        assertThat(pipeline.filmTable()).isEqualTo(before);
        assertThat(pipeline.report("r2")).isEmpty();
    }

    @Test
    void whatANewerRunHasBroughtSurvivesTheBarriersOfOneThatDied() {
        pipeline.page("r1", HEAT_PAGE);
        pipeline.pagesBarrier("r1", 1);
        pipeline.page("r2", HEAT_PAGE);
        pipeline.film("r1", HEAT);
        pipeline.filmsBarrier("r1", 1);
        pipeline.film("r2", HEAT);
        RunTotals totals = pipeline.close("r2", 1, true, 1, true, RunSettings.DEFAULT);

        assertThat(totals.matched()).isEqualTo(1);
    }
}

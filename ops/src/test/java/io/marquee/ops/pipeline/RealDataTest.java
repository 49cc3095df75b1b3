package io.marquee.ops.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.ops.evaluation.Evaluation;
import io.marquee.ops.evaluation.Links;
import io.marquee.ops.evaluation.Score;
import io.marquee.ops.evaluation.Truth;
import io.marquee.records.PipelineRun;
import io.marquee.records.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job on real films and a dump of real titles, where they are at hand: in {@code ../shared/data}. */
final class RealDataTest {

    private static final Path SHARED = Path.of("../../shared/data");
    private static final Path FILMS = SHARED.resolve("films/the-movies-dataset.zip");
    private static final Path PAGES = SHARED.resolve("wikipedia/enwiki-abstract.xml.gz");
    private static final Path TRUTH = SHARED.resolve("wikipedia/truth.csv");

    @TempDir
    private static Path data;

    private static TestPipeline pipeline;
    private static PipelineRun run;

    @BeforeAll
    static void runOnce() throws IOException, InterruptedException {
        if (!Files.exists(FILMS)) {
            System.err.println("SKIPPED: RealDataTest, because there is no "
                    + FILMS.toAbsolutePath().normalize());
        }
        Assumptions.assumeTrue(Files.exists(FILMS), "no real data at hand");
        pipeline = TestPipeline.start(data);
        run = pipeline.run(FILMS, PAGES).run();
    }

    @AfterAll
    static void stop() throws IOException {
        if (pipeline != null) {
            pipeline.close();
        }
    }

    @Test
    void theReportHasTheThousandFilmsInTheOrderThatAPlainScriptComputes() throws Exception {
        assertThat(pipeline.rows("select film_id from movie_report order by rank"))
                .isEqualTo(PlainRanking.of(FILMS).subList(0, 1000));
    }

    @Test
    void everyValidFilmIsInTheTable() throws Exception {
        assertThat(pipeline.rows("select film_id from film"))
                .containsExactlyInAnyOrderElementsOf(PlainRanking.films(FILMS).keySet());
    }

    @Test
    void theSumsAddUp() {
        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.films().addsUp()).isTrue();
        assertThat(run.wikipedia().addsUp()).isTrue();
        assertThat(run.wikipedia().read()).isEqualTo(118_384);
    }

    @Test
    void linksAreAsGoodAsTheyWere() throws Exception {
        try (Connection connection = pipeline.connect()) {
            Evaluation evaluation = Evaluation.of(Truth.read(TRUTH), Links.read(connection));

            assertAtLeast(evaluation.byClass().get("agreed"), 0.995, 0.975);
            assertAtLeast(evaluation.byClass().get("agreed, ranked"), 0.996, 0.98);
            assertAtLeast(evaluation.byClass().get("single"), 0.95, 0.88);
        }
    }

    @Test
    void noAbstractIsDebris() throws Exception {
        assertThat(pipeline.rows("select wikipedia_abstract from film where wikipedia_abstract ~"
                        + " '\\|.*=|\\{\\{|\\}\\}|\\[\\[|<ref|thumb\\||may refer to'"))
                .isEqualTo(List.of());
        assertThat(pipeline.rows(
                        "select wikipedia_abstract from film where wikipedia_abstract !~ '[.!?][\"''”’)\\]]*$'"))
                .isEqualTo(List.of());
    }

    private static void assertAtLeast(Score score, double precision, double recall) {
        assertThat(score.precision()).isGreaterThanOrEqualTo(precision);
        assertThat(score.recall()).isGreaterThanOrEqualTo(recall);
    }
}

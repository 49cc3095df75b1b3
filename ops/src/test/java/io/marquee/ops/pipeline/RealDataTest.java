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
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job on real films and on both dumps of real titles, where they are at hand: in {@code ../shared/data}. */
final class RealDataTest {

    private static final Path SHARED = Path.of("../../shared/data");
    private static final Path FILMS = SHARED.resolve("films/the-movies-dataset.zip");
    private static final Path ABSTRACTS = SHARED.resolve("wikipedia/enwiki-abstract.xml.gz");
    private static final Path ARTICLES = SHARED.resolve("wikipedia/enwiki-pages-articles-multistream.xml.bz2");
    private static final Path TRUTH = SHARED.resolve("wikipedia/truth.csv");

    @TempDir
    private static Path data;

    private static TestPipeline pipeline;
    private static PipelineRun ofAbstracts;
    private static PipelineRun ofArticles;
    private static Evaluation linksOfAbstracts;
    private static Evaluation linksOfArticles;
    private static List<String> badAbstracts = new ArrayList<>();

    @BeforeAll
    static void runOnBothDumps() throws Exception {
        if (!Files.exists(FILMS)) {
            System.err.println("SKIPPED: RealDataTest, because there is no "
                    + FILMS.toAbsolutePath().normalize());
        }
        Assumptions.assumeTrue(Files.exists(FILMS), "no real data at hand");
        pipeline = TestPipeline.start(data);
        ofAbstracts = pipeline.run(FILMS, ABSTRACTS).run();
        linksOfAbstracts = evaluate();
        badAbstracts.addAll(unreadable());
        ofArticles = pipeline.run(FILMS, ARTICLES).run();
        linksOfArticles = evaluate();
        badAbstracts.addAll(unreadable());
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
        for (PipelineRun run : List.of(ofAbstracts, ofArticles)) {
            assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(run.films().addsUp()).isTrue();
            assertThat(run.wikipedia().addsUp()).isTrue();
        }
        assertThat(ofAbstracts.wikipedia().read()).isEqualTo(118_384);
        assertThat(ofArticles.wikipedia().read()).isEqualTo(122_215);
    }

    @Test
    void linksByTheAbstractDumpAreRight() {
        assertAtLeast(linksOfAbstracts.byClass().get("agreed"), 0.996, 0.98);
        assertAtLeast(linksOfAbstracts.byClass().get("agreed, ranked"), 0.997, 0.985);
        assertAtLeast(linksOfAbstracts.byClass().get("single"), 0.99, 0.905);
    }

    @Test
    void linksByThePagesArticlesDumpAreRight() {
        assertAtLeast(linksOfArticles.byClass().get("agreed"), 0.998, 0.99);
        assertAtLeast(linksOfArticles.byClass().get("agreed, ranked"), 0.998, 0.99);
        assertAtLeast(linksOfArticles.byClass().get("single"), 0.99, 0.96);
    }

    @Test
    void filmsShareNoPageWithoutItsImdbIds() throws Exception {
        assertThat(pipeline.rows("select wikipedia_title from film where wikipedia_title is not null group by 1"
                        + " having count(*) > 1 and bool_or(match_method <> 'imdb id')"))
                .isEqualTo(List.of());
    }

    @Test
    void noAbstractIsDebrisAndEachEndsAsASentenceDoes() {
        assertThat(badAbstracts).isEmpty();
    }

    private static Evaluation evaluate() throws SQLException, InterruptedException {
        try (Connection connection = pipeline.connect()) {
            return Evaluation.of(Truth.read(TRUTH), Links.read(connection));
        }
    }

    private static List<String> unreadable() throws SQLException, InterruptedException {
        return pipeline.rows("select wikipedia_abstract from film where wikipedia_abstract ~"
                + " '\\|.*=|\\{\\{|\\}\\}|\\[\\[|<ref|thumb\\||may refer to'"
                + " or wikipedia_abstract !~ '[.!?][\"''”’)\\]]*$'");
    }

    private static void assertAtLeast(Score score, double precision, double recall) {
        assertThat(score.precision()).isGreaterThanOrEqualTo(precision);
        assertThat(score.recall()).isGreaterThanOrEqualTo(recall);
    }
}

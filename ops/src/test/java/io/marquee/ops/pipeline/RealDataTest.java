package io.marquee.ops.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.ops.evaluation.Evaluation;
import io.marquee.ops.evaluation.Link;
import io.marquee.ops.evaluation.Links;
import io.marquee.ops.evaluation.Score;
import io.marquee.ops.evaluation.Truth;
import io.marquee.records.EnrichedFilm;
import io.marquee.records.PipelineRun;
import io.marquee.records.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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
    private static PipelineRun run;

    @BeforeAll
    static void runOnce() throws Exception {
        if (!Files.exists(FILMS)) {
            System.err.println("SKIPPED: RealDataTest, because there is no "
                    + FILMS.toAbsolutePath().normalize());
        }
        Assumptions.assumeTrue(Files.exists(FILMS), "no real data at hand");
        pipeline = TestPipeline.start(data);
        run = pipeline.run(FILMS, ARTICLES).run();
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
        assertThat(new TreeSet<>(pipeline.rows("select film_id from film")))
                .isEqualTo(new TreeSet<>(PlainRanking.films(FILMS).keySet()));
    }

    @Test
    void theSumsAddUp() {
        assertThat(run.error()).isNull();
        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.films().addsUp()).isTrue();
        assertThat(run.wikipedia().addsUp()).isTrue();
        assertThat(run.wikipedia().read()).isEqualTo(122_215);
    }

    @Test
    void linksByThePagesArticlesDumpAreRight() throws Exception {
        try (Connection connection = pipeline.connect()) {
            Evaluation links = Evaluation.of(Truth.read(TRUTH), Links.read(connection));

            assertAtLeast(links.byClass().get("agreed"), 0.998, 0.99);
            assertAtLeast(links.byClass().get("agreed, ranked"), 0.998, 0.99);
            assertAtLeast(links.byClass().get("single"), 0.99, 0.96);
        }
    }

    @Test
    void linksByTheAbstractDumpAreRight() throws IOException {
        Map<Long, EnrichedFilm> films = WholeRun.of(FILMS, ABSTRACTS);
        Map<Long, Link> links = new HashMap<>();
        films.forEach((id, film) -> {
            if (film.wikipediaTitle() != null) {
                links.put(id, new Link(film.wikipediaTitle(), film.matchMethod(), film.matchConfidence()));
            }
            assertReadable(film.wikipediaAbstract());
        });
        Evaluation evaluation = Evaluation.of(Truth.read(TRUTH), links);

        assertAtLeast(evaluation.byClass().get("agreed"), 0.996, 0.98);
        assertAtLeast(evaluation.byClass().get("agreed, ranked"), 0.997, 0.985);
        assertAtLeast(evaluation.byClass().get("single"), 0.99, 0.905);
    }

    @Test
    void filmsShareNoPageWithoutItsImdbIds() throws Exception {
        assertThat(pipeline.rows("select wikipedia_title from film where wikipedia_title is not null group by 1"
                        + " having count(*) > 1 and bool_or(match_method <> 'imdb id')"))
                .isEqualTo(List.of());
    }

    @Test
    void noAbstractIsDebrisAndEachEndsAsASentenceDoes() throws Exception {
        List<String> abstracts =
                pipeline.rows("select wikipedia_abstract from film where wikipedia_abstract is not null");

        assertThat(abstracts).hasSizeGreaterThan(20_000);
        abstracts.forEach(RealDataTest::assertReadable);
    }

    private static void assertReadable(String text) {
        if (text != null) {
            assertThat(text)
                    .doesNotContainPattern("\\|.*=|\\{\\{|\\}\\}|\\[\\[|<ref|thumb\\||may refer to")
                    .containsPattern("[.!?][\"'”’)\\]]*$");
        }
    }

    private static void assertAtLeast(Score score, double precision, double recall) {
        assertThat(score.precision()).isGreaterThanOrEqualTo(precision);
        assertThat(score.recall()).isGreaterThanOrEqualTo(recall);
    }
}

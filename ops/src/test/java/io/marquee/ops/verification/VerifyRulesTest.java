package io.marquee.ops.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.ingest.publish.KafkaConnection;
import io.marquee.ingest.verification.Rules;
import io.marquee.ingest.verification.Subject;
import io.marquee.ops.pipeline.SampleFiles;
import io.marquee.ops.pipeline.TestPipeline;
import io.marquee.records.PipelineRun;
import io.marquee.records.SourceCounts;
import io.marquee.records.StageTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule fires on what it is for: rows are broken by hand, in a transaction that comes to nothing. */
final class VerifyRulesTest {

    private static final double MOST_POINTS = 1;

    @TempDir
    private static Path data;

    private static TestPipeline pipeline;
    private static PipelineRun run;

    @BeforeAll
    static void runTheSample() throws IOException, InterruptedException {
        pipeline = TestPipeline.start(data);
        run = pipeline.run(SampleFiles.films(), SampleFiles.pages()).run();
    }

    @AfterAll
    static void stop() throws IOException {
        pipeline.close();
    }

    @Test
    void aGoodRunKeepsAllRules() throws Exception {
        assertThat(findings(run)).isEmpty();
        assertThat(run.error()).isNull();
    }

    @Test
    void theRunTellsHowLongItsStagesTook() throws Exception {
        StageTimes times = run.times();

        assertThat(times.readingFilmsSeconds()).isPositive();
        assertThat(times.readingPagesSeconds()).isPositive();
        assertThat(times.processingSeconds()).isPositive();
        assertThat(times.verifyingSeconds()).isPositive();
        assertThat(pipeline.rows("select reading_pages_seconds, verifying_seconds from pipeline_run where run_id = '"
                        + run.runId() + "'"))
                .containsExactly(times.readingPagesSeconds() + "|" + times.verifyingSeconds());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "films, links and ranked films as counted"
                        + "| delete from film where film_id = 862"
                        + "| films were counted, and the table film has",
                "report rows = those asked for, or all ranked films"
                        + "| delete from movie_report_row where rank = 7"
                        + "| the report has 265 rows instead of 266, of 266 ranked films and 1000 asked for",
                "ranks 1 to N without gaps, each film once"
                        + "| update movie_report_row set rank = 5000 where rank = 7"
                        + "| rank 7 is missing in the report",
                "ranks 1 to N without gaps, each film once"
                        + "| update movie_report_row set film_id = 862 where rank in (7, 8)"
                        + "| film 862 stands in the report",
                "ratio and return as recomputed"
                        + "| update film set ratio = ratio * 1.000001 where film_id = 862"
                        + "| film 862 has the ratio",
                "ratio and return as recomputed"
                        + "| update movie_report_row set return_on_budget = 'NaN' where film_id = 862"
                        + "| and the return NaN in movie_report_row instead of",
                "report in the order asked for"
                        + "| update movie_report_row set rank = 2001 where rank = 1;"
                        + " update movie_report_row set rank = 1 where rank = 2;"
                        + " update movie_report_row set rank = 2 where rank = 2001"
                        + "| rank 1 has film",
                "topic enriched-films = table film"
                        + "| update film set popularity = popularity * 1.000000001 where film_id = 862"
                        + "| 0 missing in the table, 0 not in the topic, 1 with other values, such as 862",
                "topic enriched-films = table film"
                        + "| update film set tagline = null where film_id = 862; update film set tagline = '' where"
                        + " tagline is null and film_id = 862"
                        + "| 1 with other values, such as 862",
                "topic enriched-films = table film"
                        + "| delete from film where film_id = 862"
                        + "| 1 missing in the table, 0 not in the topic, 0 with other values, such as 862",
                "topic enriched-films = table film"
                        + "| insert into film (film_id, title, budget, revenue, genres, production_companies,"
                        + " production_countries, spoken_languages, vote_count) values (-1, 'x', 0, 0, '{}', '{}',"
                        + " '{}', '{}', 0)"
                        + "| 0 missing in the table, 1 not in the topic, 0 with other values, such as -1",
                "topic movie-report = table movie_report_row"
                        + "| update movie_report_row set genres = genres[2:] where film_id = 862"
                        + "| 1 with other values, such as",
                "share of films with a page at most 1.0 points lower"
                        + "| insert into pipeline_run (run_id, state, started_at, films_location, film_count, matched)"
                        + " select '2020', 'succeeded', now(), films_location, 100, 100 from pipeline_run"
                        + "| % of the films have a page, after 100.0 % in run 2020: more than 1.0 points lower",
                "one page, one film, unless by its IMDb id"
                        + "| update film set wikipedia_url = 'https://page', match_method = 'imdb id' where film_id = 862;"
                        + " update film set wikipedia_url = 'https://page', match_method = 'title' where film_id = 949"
                        + "| 2 films share the page https://page"
            })
    void aRuleFiresOnWhatItIsFor(String rule, String damage, String finding) throws Exception {
        assertThat(findings(run, damage)).extractingByKey(rule).asString().contains(finding);
    }

    @Test
    void sumsThatDoNotAddUpAreFound() throws Exception {
        SourceCounts films = run.films();
        PipelineRun lossy = withFilms(new SourceCounts(
                films.location(),
                films.fingerprint(),
                true,
                films.read() + 1,
                films.published(),
                films.rejected(),
                0L));

        assertThat(findings(lossy))
                .containsOnlyKeys("read = published + rejected, published = seen")
                .extractingByKey("read = published + rejected, published = seen")
                .asString()
                .endsWith("0 seen");
    }

    @Test
    void pagesThatNameTheIdsOfSeveralFilmsMayBeShared() throws Exception {
        assertThat(findings(
                        run,
                        "update film set wikipedia_url = 'https://page', match_method = 'imdb id'"
                                + " where film_id in (862, 949)"))
                .doesNotContainKey("one page, one film, unless by its IMDb id");
    }

    @Test
    void anotherCollectionOfFilmsMayHaveAnotherShareOfLinks() throws Exception {
        assertThat(findings(
                        run,
                        "insert into pipeline_run (run_id, state, started_at, films_location, film_count, matched)"
                                + " values ('2020', 'succeeded', now(), 'others.zip', 100, 100)"))
                .isEmpty();
    }

    private static Map<String, String> findings(PipelineRun subject, String... damage) throws Exception {
        try (Connection connection = pipeline.connect()) {
            connection.setAutoCommit(false);
            damage(connection, damage);
            Map<String, String> findings = new TreeMap<>();
            KafkaConnection topics =
                    KafkaConnection.to(pipeline.pipeline().stack().broker().bootstrapServers());
            Rules.check(new Subject(subject, connection, topics), MOST_POINTS)
                    .forEach(checked -> checked.finding().ifPresent(finding -> findings.put(checked.rule(), finding)));
            connection.rollback();
            return findings;
        }
    }

    private static void damage(Connection connection, String... damage) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : List.of(damage)) {
                statement.execute(sql);
            }
        }
    }

    private static PipelineRun withFilms(SourceCounts films) {
        return new PipelineRun(
                run.runId(),
                run.state(),
                run.reason(),
                run.startedAt(),
                run.endedAt(),
                run.error(),
                films,
                run.wikipedia(),
                run.filmCount(),
                run.matched(),
                run.ranked(),
                run.reportRows(),
                run.settings(),
                run.times());
    }
}

package io.marquee.ops.stack;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.records.FilmKey;
import io.marquee.records.Json;
import io.marquee.records.RejectedRecord;
import io.marquee.records.ReportKey;
import io.marquee.records.RunKey;
import io.marquee.records.RunState;
import io.marquee.records.Topics;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStackTest {

    @TempDir
    static Path data;

    private static TestStack stack;

    @BeforeAll
    static void start() throws InterruptedException {
        stack = TestStack.start(data);
    }

    @AfterAll
    static void stop() throws IOException {
        stack.close();
    }

    @Test
    void aFilmBecomesARowOfRealTypes() throws Exception {
        stack.send(Topics.ENRICHED_FILMS, new FilmKey(949), Samples.film(949, "Heat", 60_000_000, 3_000_000_000L));
        stack.send(Topics.ENRICHED_FILMS, new FilmKey(1), Samples.film(1, "Nothing known", 0, 0));
        stack.sync();

        assertThat(
                        stack.rows(
                                "select title, release_date + 1, revenue / 3, runtime, genres[2], production_companies[1],"
                                        + " cardinality(spoken_languages), video, overview, not_ranked_reason from film where film_id = 949"))
                .containsExactly("Heat|1995-12-16|1000000000|170.5|Crime|Regency \"Enterprises\"|0|null|"
                        + "A thief and a detective: Žižek’s 熱.|null");
        assertThat(stack.rows("select ratio, return_on_budget, not_ranked_reason from film where film_id = 1"))
                .containsExactly("null|null|no budget");
    }

    @Test
    void theNewerVersionOfAFilmTakesThePlaceOfTheOlder() throws Exception {
        stack.send(Topics.ENRICHED_FILMS, new FilmKey(2), Samples.film(2, "Older", 10_000, 20_000));
        stack.send(Topics.ENRICHED_FILMS, new FilmKey(2), Samples.film(2, "Newer", 10_000, 30_000));
        stack.sync();
        assertThat(stack.rows("select title, revenue from film where film_id = 2"))
                .containsExactly("Newer|30000");

        stack.send(Topics.ENRICHED_FILMS, new FilmKey(2), Samples.film(2, "Newest", 10_000, 40_000));
        stack.sync();
        assertThat(stack.rows("select title, revenue from film where film_id = 2"))
                .containsExactly("Newest|40000");
    }

    @Test
    void aTombstoneTakesTheFilmOutOfTheTable() throws Exception {
        stack.send(Topics.ENRICHED_FILMS, new FilmKey(3), Samples.film(3, "Gone", 10_000, 20_000));
        stack.sync();
        stack.send(Topics.ENRICHED_FILMS, new FilmKey(3), null);
        stack.sync();

        assertThat(stack.rows("select * from film where film_id = 3")).isEmpty();
    }

    @Test
    void aReportIsSeenOnceItsRunHasSucceededAndAllItsRowsAreThere() throws Exception {
        String first = "20261122T080000.000Z";
        String second = "20261122T090000.000Z";
        String shown = "select run_id, count(*) from movie_report group by run_id";
        sendReport(first, 3);
        stack.send(Topics.PIPELINE_RUNS, new RunKey(first), Samples.run(first, RunState.RUNNING, null));
        stack.sync();
        assertThat(stack.rows(shown)).as("rows, but the run goes on").isEmpty();

        stack.send(Topics.PIPELINE_RUNS, new RunKey(first), Samples.run(first, RunState.SUCCEEDED, 3));
        stack.sync();
        assertThat(stack.rows(shown)).containsExactly(first + "|3");

        stack.send(Topics.PIPELINE_RUNS, new RunKey(second), Samples.run(second, RunState.SUCCEEDED, 4));
        sendReport(second, 3);
        stack.sync();
        assertThat(stack.rows(shown)).as("a row is missing").containsExactly(first + "|3");

        stack.send(Topics.MOVIE_REPORT, new ReportKey(second, 4), Samples.reportRow(second, 4));
        stack.sync();
        assertThat(stack.rows(shown)).containsExactly(second + "|4");

        stack.send(Topics.PIPELINE_RUNS, new RunKey(second), Samples.run(second, RunState.FAILED, 4));
        stack.sync();
        assertThat(stack.rows("select rank, revenue, production_companies, run_id from movie_report"))
                .containsExactly(
                        "1|4999999999|{Regency}|" + first,
                        "2|4999999998|{Regency}|" + first,
                        "3|4999999997|{Regency}|" + first);
        assertThat(stack.rows("select started_at at time zone 'UTC', rank_by from pipeline_run where run_id = '" + first
                        + "'"))
                .containsExactly("2026-11-22 07:30:00.123|return");
    }

    private static void sendReport(String runId, int rows) {
        for (int rank = 1; rank <= rows; rank++) {
            stack.send(Topics.MOVIE_REPORT, new ReportKey(runId, rank), Samples.reportRow(runId, rank));
        }
    }

    @Test
    void genresAndCompaniesAreSummedUpOverRankedFilms() throws Exception {
        stack.send(Topics.ENRICHED_FILMS, new FilmKey(11), Samples.film(11, "One", 10_000, 20_000));
        stack.send(Topics.ENRICHED_FILMS, new FilmKey(12), Samples.film(12, "Two", 0, 90_000));
        stack.sync();

        assertThat(stack.rows("select films, best_film is not null from genre_report where name = 'Crime'"))
                .containsExactlyElementsOf(
                        stack.rows("select count(*), true from film where not_ranked_reason is null"));
        assertThat(stack.rows("select name from production_company_report order by name"))
                .containsExactly("Regency \"Enterprises\"", "Warner, Bros.");
    }

    @Test
    void aRejectedRecordIsKept() throws Exception {
        RejectedRecord rejected = new RejectedRecord("films", "movies.csv:7", "20261122T080000.000Z", "no id", "a,\0b");
        stack.send(Topics.REJECTED_RECORDS, rejected.key(), rejected);
        stack.sync();

        assertThat(stack.rows("select reason, record from rejected_record where place = 'movies.csv:7'"))
                .containsExactly("no id|a,\uFFFDb");
    }

    @Test
    void everyTableViewAndColumnIsExplained() throws Exception {
        assertThat(stack.rows("select relname, attname from pg_class join pg_attribute on attrelid = pg_class.oid"
                        + " where relnamespace = 'public'::regnamespace and relkind in ('r', 'v') and attnum > 0"
                        + " and relname <> 'flyway_schema_history' and col_description(attrelid, attnum) is null"))
                .isEmpty();
        assertThat(stack.rows("select relname from pg_class where relnamespace = 'public'::regnamespace"
                        + " and relkind in ('r', 'v') and relname <> 'flyway_schema_history'"
                        + " and obj_description(oid, 'pg_class') is null"))
                .isEmpty();
    }

    @Test
    void marksOfTransactionsAndAbortedRecordsAreNotWaitedFor() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stack.stack().broker().bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "test"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            sendRejected(producer, "committed");
            producer.commitTransaction();
            for (int i = 0; i < 30; i++) {
                producer.beginTransaction();
                sendRejected(producer, "aborted");
                producer.abortTransaction();
            }
        }
        stack.sync();

        assertThat(stack.rows("select place from rejected_record where source = 'transaction'"))
                .containsExactly("committed");
    }

    private static void sendRejected(KafkaProducer<byte[], byte[]> producer, String place) throws Exception {
        RejectedRecord rejected = new RejectedRecord("transaction", place, null, "a test", null);
        producer.send(new ProducerRecord<>(Topics.REJECTED_RECORDS, Json.write(rejected.key()), Json.write(rejected)))
                .get();
    }

    @Test
    void theDatabaseWritesThroughToTheDisk() throws Exception {
        assertThat(stack.rows("show fsync")).containsExactly("on");
    }

    @Test
    void theDatabaseHealsWhileRecordsFlow() throws Exception {
        EmbeddedDatabase database = stack.stack().database();
        for (long id = 100_000; id < 101_000; id++) {
            stack.send(Topics.ENRICHED_FILMS, new FilmKey(id), Samples.film(id, "Film " + id, 10_000, 20_000));
        }
        database.stop();
        assertThat(stack.stack().health().failure())
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("the database stopped"));
        for (long id = 101_000; id < 102_000; id++) {
            stack.send(Topics.ENRICHED_FILMS, new FilmKey(id), Samples.film(id, "Film " + id, 10_000, 20_000));
        }
        await("a connector is restarted in vain")
                .atMost(60, SECONDS)
                .until(() -> stack.stack().connect().orElseThrow().states().stream()
                        .flatMap(state -> state.failure().stream())
                        .anyMatch(failure -> failure.startsWith("Unable to determine Dialect")));
        database.start();
        stack.sync();

        assertThat(stack.rows("select count(*) from film where film_id between 100000 and 101999"))
                .containsExactly("2000");
        assertThat(stack.stack().health().failure()).isEmpty();
    }

    @Test
    void otherProcessesLearnWhereItIs() throws Exception {
        assertThat(StackInfo.find(data)).hasValueSatisfying(info -> {
            assertThat(info.pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(info.jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThat(info.connectUrl()).startsWith("http://127.0.0.1:");
        });
        assertThat(Files.getPosixFilePermissions(data.resolve("stack.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aSecondStackOnTheDirectoryIsTurnedAway() {
        assertThatThrownBy(() -> EmbeddedStack.open(TestStack.options(data)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(data.toString())
                .hasMessageContaining("process " + ProcessHandle.current().pid());
    }

    @Test
    void allConnectorsRun() {
        await().atMost(20, SECONDS)
                .untilAsserted(
                        () -> assertThat(stack.stack().connect().orElseThrow().states())
                                .hasSize(4)
                                .allSatisfy(state -> assertThat(state.state()).isEqualTo("RUNNING")));
    }
}

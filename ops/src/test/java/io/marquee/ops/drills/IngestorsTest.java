package io.marquee.ops.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.connect.Role;
import io.marquee.connect.Roles;
import io.marquee.ingest.IngestMain;
import io.marquee.ingest.database.DatabaseAddress;
import io.marquee.ingest.run.RunStoppedException;
import io.marquee.ingest.schedule.JobStore;
import io.marquee.ingest.schedule.RunLock;
import io.marquee.ingest.schedule.Schedule;
import io.marquee.ingest.schedule.ScheduleSettings;
import io.marquee.ingest.schedule.Timing;
import io.marquee.ops.pipeline.TestPipeline;
import io.marquee.ops.stack.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two ingestors, each a process of its own, that keep one schedule in one database. */
final class IngestorsTest {

    /** Not the owner of the tables, but the role that has what an ingestor needs. */
    private static final String INGESTOR = Role.INGESTOR.roleName();

    private static final int PARTITIONS = 3;
    private static final int TICKS = 1000;
    private static final long TICK_MS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration OFTEN = Duration.ofMillis(20);

    @TempDir
    private static Path directory;

    private static TestPipeline pipeline;

    private final List<JavaProcess> ingestors = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        pipeline = TestPipeline.start(TestPipeline.options(directory.resolve("data"), PARTITIONS));
        Roles.ensure(
                pipeline.pipeline().stack().database().dataSource(),
                Map.of(Role.SINK_WRITER, "one", Role.INGESTOR, "two", Role.BI_READER, "three"));
    }

    @AfterAll
    static void stop() throws IOException {
        pipeline.close();
    }

    @AfterEach
    void stopIngestors() {
        ingestors.forEach(JavaProcess::close);
    }

    @Test
    void aThousandTicksOfAFastScheduleFireOnceEach() throws Exception {
        String url = makeDatabaseOfTicks();
        try (Connection connection = DriverManager.getConnection(url, EmbeddedDatabase.NAME, null)) {
            for (String name : List.of("one", "other")) {
                ingestors.add(JavaProcess.start(
                        directory.resolve(name), options(), TickingIngestor.class, url, Long.toString(TICK_MS)));
            }
            awaitTicks(connection, TICKS / 2);
            String firing = TestPipeline.rows(connection, "select process from tick order by time desc limit 1")
                    .get(0);
            ingestors.stream()
                    .filter(ingestor -> firing.equals(Long.toString(ingestor.pid())))
                    .forEach(JavaProcess::close);
            awaitTicks(connection, TICKS);
            ingestors.forEach(JavaProcess::close);

            assertThat(TestPipeline.rows(
                            connection, "select time, count(*) from tick group by time having count(*) > 1"))
                    .as("fired twice")
                    .isEmpty();
            assertThat(TestPipeline.rows(
                            connection,
                            "select * from (select time - lag(time) over (order by time) as step from tick) steps"
                                    + " where step <> interval '" + TICK_MS + " ms'"))
                    .as("left out")
                    .isEmpty();
            assertThat(TestPipeline.rows(connection, "select count(distinct process) from tick"))
                    .containsExactly("2");
        }
    }

    private static void awaitTicks(Connection connection, int ticks) {
        await().atMost(PATIENCE)
                .until(() -> Integer.parseInt(TestPipeline.rows(connection, "select count(*) from tick")
                                .get(0))
                        >= ticks);
    }

    private static String makeDatabaseOfTicks() throws SQLException, InterruptedException {
        try (Connection connection = pipeline.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create database ticks");
        }
        // What is measured is not how fast a disk is.
        String url = pipeline.pipeline().stack().database().jdbcUrl().replaceFirst("/marquee$", "/ticks")
                + "?options=-c%20synchronous_commit=off";
        try (Connection connection = DriverManager.getConnection(url, EmbeddedDatabase.NAME, null);
                Statement statement = connection.createStatement()) {
            statement.execute("create table tick (time timestamptz not null, process bigint not null)");
        }
        return url;
    }

    @Test
    void theRunOfAnIngestorThatIsKilledIsTakenUpByTheOther() throws Exception {
        DrillSources sources = DrillSources.compose(directory, "a");
        DrillSources before = DrillSources.compose(directory, "b");
        assertThat(pipeline.run(sources.films(), sources.pages()).isGood()).isTrue();
        Tables expected = Tables.of(pipeline.pipeline().stack().database());
        assertThat(pipeline.run(before.films(), before.pages()).isGood()).isTrue();
        assertThat(Tables.of(pipeline.pipeline().stack().database())).isNotEqualTo(expected);

        try (JobStore.Postgres store = new JobStore.Postgres(address());
                Schedule schedule = Schedule.ofOthers(store);
                TopicEnds ends = new TopicEnds(brokers(), PARTITIONS)) {
            long films = ends.films();
            ingestors.add(startIngestor("one", sources));
            ingestors.add(startIngestor("other", sources));
            await().atMost(PATIENCE)
                    .pollInterval(OFTEN)
                    .until(() -> ingestors.stream().anyMatch(IngestorsTest::hasBegun));
            JavaProcess victim = ingestors.remove(hasBegun(ingestors.get(0)) ? 0 : 1);
            await().atMost(PATIENCE).pollInterval(OFTEN).until(() -> ends.films() > films);
            assertThat(schedule.trigger()).as("a run is on").isFalse();
            victim.kill();
            assertThat(victim.logged()).doesNotContain("ended:");
        }

        JavaProcess heir = ingestors.get(0);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(heir.logged()).contains("ended: SUCCEEDED"));
        pipeline.pipeline().stack().sinkSync().await(PATIENCE, () -> {});
        assertThat(Tables.of(pipeline.pipeline().stack().database())).isEqualTo(expected);
        assertThat(pipeline.rows("select state, reason from pipeline_run order by run_id offset 2"))
                .containsExactly("failed|schedule", "succeeded|recovery");
    }

    @Test
    void aRunThatLosesItsDatabaseIsDoneAgainOnceThatAnswers() throws Exception {
        List<String> reasons = new CopyOnWriteArrayList<>();
        Schedule.Task task = start -> {
            reasons.add(start.reason());
            if (reasons.size() == 1) {
                pipeline.rows("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted");
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThatThrownBy(
                                        () -> start.cancellation().check())
                                .isInstanceOf(RunStoppedException.class));
                start.cancellation().check();
            }
        };
        ScheduleSettings daily = new ScheduleSettings(new Timing.Every(Duration.ofDays(1)));
        try (JobStore.Postgres store = new JobStore.Postgres(address());
                Schedule schedule = Schedule.start(daily, store, task)) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(reasons).hasSize(2));
            await().atMost(PATIENCE).until(() -> !schedule.isRunning());
        }
        assertThat(reasons).last().isEqualTo("recovery");
    }

    @Test
    void aThreadThatIsInterruptedLetsGoOfItsLock() throws Exception {
        try (JobStore.Postgres store = new JobStore.Postgres(address())) {
            RunLock.Held held = store.lock().take(() -> {}).orElseThrow();
            assertThat(store.lock().take(() -> {})).isEmpty();
            Thread.currentThread().interrupt();
            held.close();

            assertThat(Thread.interrupted()).isTrue();
            assertThat(store.lock().isTaken()).isFalse();
        }
    }

    private static boolean hasBegun(JavaProcess ingestor) {
        try {
            return ingestor.hasLogged("started by");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String brokers() throws InterruptedException {
        return pipeline.pipeline().stack().broker().bootstrapServers();
    }

    private static DatabaseAddress address() throws InterruptedException {
        return new DatabaseAddress(pipeline.pipeline().stack().database().jdbcUrl(), INGESTOR, null);
    }

    private JavaProcess startIngestor(String name, DrillSources sources) throws IOException, InterruptedException {
        return JavaProcess.start(
                directory.resolve("ingestor-" + name),
                options(),
                IngestMain.class,
                "--every=3600",
                "--kafka=" + brokers(),
                "--database=" + pipeline.pipeline().stack().database().jdbcUrl(),
                "--database-user=" + INGESTOR,
                "--films=" + sources.films(),
                "--wikipedia=" + sources.pages());
    }

    private static List<String> options() {
        return List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    }
}

package io.marquee.ops.drills;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.ops.command.Marquee;
import io.marquee.ops.pipeline.TestPipeline;
import io.marquee.ops.stack.EmbeddedStack;
import io.marquee.ops.stack.StackInfo;
import io.marquee.ops.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole program, killed with no chance to say a word, at five moments of a run over sources that have changed. */
final class KilledRunTest {

    private static final int PARTITIONS = 3;
    private static final String REPORT = "select * from movie_report order by rank";

    /** When the run is killed, as it is seen from outside. */
    private enum Moment {
        STARTING,
        FILMS_ARE_PUBLISHED,
        PAGES_ARE_PUBLISHED,
        PROCESSING,
        TABLES_ARE_WRITTEN
    }

    @TempDir
    private static Path directory;

    private static StackOptions options;
    private static DrillSources standing;
    private static DrillSources next;

    /** What readers see, with its run. */
    private static List<String> report;

    /** The tables of a data directory that was left alone, by the state of the sources. */
    private static final Map<DrillSources, Tables> EXPECTED = new HashMap<>();

    @BeforeAll
    static void runBothStatesUndisturbed() throws Exception {
        options = TestPipeline.options(directory.resolve("data"), PARTITIONS);
        next = DrillSources.compose(directory, "a");
        standing = DrillSources.compose(directory, "b");
        try (TestPipeline pipeline = TestPipeline.start(options)) {
            for (DrillSources sources : List.of(next, standing)) {
                assertThat(pipeline.run(sources.films(), sources.pages()).isGood())
                        .isTrue();
                EXPECTED.put(sources, Tables.of(pipeline.pipeline().stack().database()));
            }
            report = pipeline.rows(REPORT);
        }
        assertThat(EXPECTED.get(next)).isNotEqualTo(EXPECTED.get(standing));
    }

    @ParameterizedTest
    @EnumSource
    void theReportStandsUntilTheNextRunWhichLeavesTheTablesAsIfNothingHadHappened(Moment moment) throws Exception {
        JavaProcess victim = launch();
        try {
            awaitMoment(moment, victim);
        } finally {
            victim.kill();
        }

        try (EmbeddedStack stack = EmbeddedStack.open(options);
                Connection connection = stack.database().dataSource().getConnection()) {
            if (moment == Moment.TABLES_ARE_WRITTEN) {
                assertThat(Tables.of(stack.database()).report())
                        .as("the report of one run or the other")
                        .isIn(
                                EXPECTED.get(standing).report(),
                                EXPECTED.get(next).report());
            } else {
                assertThat(TestPipeline.rows(connection, REPORT)).isEqualTo(report);
            }
        }
        try (TestPipeline pipeline = TestPipeline.start(options)) {
            assertThat(pipeline.run(next.films(), next.pages()).isGood()).isTrue();
            assertThat(Tables.of(pipeline.pipeline().stack().database())).isEqualTo(EXPECTED.get(next));
            assertThat(pipeline.rows("select run_id from pipeline_run where state = 'running'"))
                    .isEmpty();
            report = pipeline.rows(REPORT);
        }
        DrillSources before = standing;
        standing = next;
        next = before;
    }

    /** As the script {@code marquee} does it. */
    private static JavaProcess launch() throws IOException {
        Path home = Path.of("..").toAbsolutePath().normalize();
        return JavaProcess.start(
                options.data().resolve("logs"),
                List.of(
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:MaxDirectMemorySize=256m",
                        "-Dmarquee.home=" + home,
                        "-Dmarquee.plugins=" + System.getProperty("marquee.plugins"),
                        "-Dmarquee.terminal=false"),
                Marquee.class,
                "run",
                "--data-dir=" + options.data(),
                "--films=" + next.films(),
                "--wikipedia=" + next.pages());
    }

    private static void awaitMoment(Moment moment, JavaProcess victim) throws Exception {
        if (moment == Moment.STARTING) {
            until(victim, () -> victim.hasLogged("CREATED -> REBALANCING"));
            return;
        }
        until(victim, () -> StackInfo.find(options.data()).isPresent());
        StackInfo stack = StackInfo.find(options.data()).orElseThrow();
        switch (moment) {
            case FILMS_ARE_PUBLISHED, PAGES_ARE_PUBLISHED -> {
                awaitTopics(moment, victim, stack);
                assertThat(victim.logged()).doesNotContain("is published");
            }
            case PROCESSING -> until(victim, () -> victim.hasLogged("is published"));
            default -> awaitTables(victim, stack);
        }
    }

    private static void awaitTopics(Moment moment, JavaProcess victim, StackInfo stack) throws Exception {
        try (TopicEnds ends = new TopicEnds(stack.bootstrapServers(), PARTITIONS)) {
            long filmsBefore = ends.films();
            long pagesBefore = ends.pages();
            if (moment == Moment.FILMS_ARE_PUBLISHED) {
                until(victim, () -> ends.films() > filmsBefore);
                assertThat(ends.pages()).isEqualTo(pagesBefore);
            } else {
                until(victim, () -> ends.pages() > pagesBefore);
            }
        }
    }

    private static void awaitTables(JavaProcess victim, StackInfo stack) throws SQLException {
        try (Connection connection = DriverManager.getConnection(stack.jdbcUrl() + "?user=marquee")) {
            until(
                    victim,
                    () -> !TestPipeline.rows(
                                    connection, "select 1 from film where tagline = '" + next.state() + "' limit 1")
                            .isEmpty());
        }
    }

    private static void until(JavaProcess victim, Callable<Boolean> condition) {
        ConditionFactory quickly = Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(90));
        quickly.failFast("the process ended by itself", () -> !victim.isAlive()).until(condition);
    }
}

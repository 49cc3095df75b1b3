package io.marquee.ops.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.ingest.run.Cancellation;
import io.marquee.ingest.run.Progress;
import io.marquee.ingest.run.Retention;
import io.marquee.ingest.run.RunLimits;
import io.marquee.ingest.run.RunRequest;
import io.marquee.ops.pipeline.Pipeline;
import io.marquee.ops.pipeline.SampleFiles;
import io.marquee.ops.pipeline.TestPipeline;
import io.marquee.records.RankBy;
import io.marquee.records.RunSettings;
import io.marquee.records.RunState;
import io.marquee.records.Topics;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A month of hourly runs, of which most find nothing changed. The runs' clock is simulated; Kafka goes by the real one,
 * in which the month lasts less than a minute. So what is a day in the settings of its topics is two seconds here, and its
 * cleaner, which rests for fifteen seconds when there is nothing to do, rests for a fifth of one; and the database is
 * vacuumed before it is measured, as it does by itself each minute. Everything else is as it is delivered.
 */
final class MonthOfRunsTest {

    private static final int HOURS = 30 * 24;
    private static final int PARTITIONS = 3;
    private static final String DAY_MS = "2000";

    /** From one edition of the films to the next. */
    private static final int EDITION_HOURS = 96;

    /** Each third edition of the films comes with one of the pages, the last on the 25th day. */
    private static final int PAGES_EDITION_HOURS = 288;

    private static final int RUNS_KEPT = 12;
    private static final int UNCHANGED_KEPT = 168;
    private static final int REPORTS_KEPT = 3;

    private static final RunSettings SETTINGS = new RunSettings(1000, RankBy.RETURN, 10_000, 10_000, REPORTS_KEPT);
    private static final RunLimits LIMITS =
            new RunLimits(100, Duration.ofMinutes(1), 1, new Retention(RUNS_KEPT, UNCHANGED_KEPT, Duration.ofDays(7)));

    @TempDir
    private Path directory;

    private final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final Map<RunState, Integer> ended = new EnumMap<>(RunState.class);
    private final Map<String, Footprint> moments = new LinkedHashMap<>();
    private Path data;
    private Path films;
    private Path pages;

    @BeforeEach
    void nameFiles() {
        data = directory.resolve("data");
        films = directory.resolve("films.csv");
        pages = directory.resolve("pages.xml");
    }

    /** What is in the tables and on the disk is printed, day 0 to day 30. */
    @Test
    void topicsDiskAndHistoryStayBounded() throws Exception {
        try (Pipeline pipeline = Pipeline.start(TestPipeline.options(data, PARTITIONS), clock)) {
            for (int hour = 0; hour < HOURS; hour++) {
                if (hour % EDITION_HOURS == 0) {
                    publishEdition(hour / EDITION_HOURS, hour % PAGES_EDITION_HOURS == 0);
                }
                // Half a day without the films' server; later, four hours with a page of its instead of the file.
                boolean isMissing = hour >= 400 && hour < 412;
                boolean isBroken = hour >= 500 && hour < 504;
                if (isMissing || isBroken) {
                    runWithout(pipeline, isMissing ? Optional.empty() : Optional.of("<html>moved</html>"));
                } else {
                    run(pipeline);
                }
                if (hour == 0) {
                    // By now Kafka Streams has made its own topics.
                    speedUp(pipeline.stack().broker().bootstrapServers());
                }
                if (hour % 240 == 0) {
                    moments.put("day " + hour / 24, Footprint.of(pipeline, data));
                }
                clock.advance(Duration.ofHours(1));
            }
            moments.put("day 30", Footprint.of(pipeline, data));
            System.out.println(Footprint.table(moments));
        }
        assertThat(ended).isEqualTo(Map.of(RunState.SUCCEEDED, 10, RunState.FAILED, 16, RunState.UNCHANGED, 694));
        assertBounded(moments.get("day 0"), moments.get("day 10"), moments.get("day 20"));
        assertBounded(moments.get("day 0"), moments.get("day 10"), moments.get("day 30"));
    }

    private static void assertBounded(Footprint first, Footprint early, Footprint late) {
        // And the run that is on, one of each source that is needed to know what was read, and one that stands.
        assertThat(late.rows().get("runs")).isLessThanOrEqualTo(RUNS_KEPT + UNCHANGED_KEPT + 5);
        assertThat(late.rows().get("runs, unchanged")).isLessThanOrEqualTo(UNCHANGED_KEPT + 1);
        assertThat(late.rows().get("reports")).isEqualTo(REPORTS_KEPT);
        // The last reading, and the barriers of runs since which did not read that source.
        long barriers = 10 * PARTITIONS;
        long films = late.rows().get("films");
        assertThat(late.topics().get(Topics.FILMS).records()).isBetween(films, films + barriers);
        assertThat(late.topics().get(Topics.PAGES).records())
                .isLessThanOrEqualTo(first.topics().get(Topics.PAGES).records() + barriers);
        assertThat(late.topics().get(Topics.FILM_ALIASES).records()).isLessThanOrEqualTo(100);
        late.topics().forEach((name, topic) -> {
            if (name.equals(Topics.RUN_PROGRESS)) {
                // Kafka keeps it for an hour by its own clock, in which the month passes: a few for each run.
                assertThat(topic.records()).as(name).isLessThanOrEqualTo(5 * HOURS);
            } else if (!Topics.PASSING.contains(name)) {
                // What compaction leaves, and what has come since it last looked: a reading, and the runs of some days.
                assertThat(topic.records()).as(name).isLessThanOrEqualTo(3 * topic.live() + 300);
            }
            assertThat(topic.bytes()).as(name).isLessThan(1 << 20);
        });
        assertThat(late.otherTopics().get("changelogs"))
                .isLessThanOrEqualTo(2 * early.otherTopics().get("changelogs"));
        // PostgreSQL uses its write-ahead log again and again, up to the size that is set for it.
        assertThat(late.diskWithoutWriteAheadLog()).isLessThan(early.diskWithoutWriteAheadLog() * 5 / 4);
    }

    private void run(Pipeline pipeline) throws IOException, InterruptedException {
        RunState state = pipeline.run(
                        new RunRequest(films.toString(), List.of(pages.toString()), SETTINGS, "schedule"),
                        LIMITS,
                        Progress.NONE,
                        new Cancellation())
                .run()
                .state();
        ended.merge(state, 1, Integer::sum);
    }

    private void runWithout(Pipeline pipeline, Optional<String> instead) throws IOException {
        Path aside = Files.move(films, directory.resolve("aside"));
        if (instead.isPresent()) {
            Files.writeString(films, instead.get());
        }
        assertThatThrownBy(() -> run(pipeline)).isInstanceOf(UserException.class);
        ended.merge(RunState.FAILED, 1, Integer::sum);
        Files.deleteIfExists(films);
        Files.move(aside, films);
    }

    /** Every edition has other films left out, and the money of every third changed. */
    private void publishEdition(int edition, boolean withPages) throws IOException {
        SampleFiles.writeFilms(films, row -> {
            int id = row.get(5).matches("\\d+") ? Integer.parseInt(row.get(5)) : -1;
            if (id >= 0 && id % 11 == edition) {
                return null;
            }
            if (id >= 0 && id % 3 == edition % 3) {
                List<String> changed = new ArrayList<>(row);
                changed.set(2, Integer.toString(1_000_000 + 1000 * edition + id % 1000));
                return changed;
            }
            return row;
        });
        if (withPages) {
            SampleFiles.writePagesWithout(pages, "Heat (1995 film)", "Toy Story " + edition);
        }
    }

    private static void speedUp(String bootstrapServers) throws ExecutionException, InterruptedException {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            for (String topic : admin.listTopics().names().get()) {
                changes.put(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic),
                        Stream.of("segment.ms", "max.compaction.lag.ms", "delete.retention.ms", "file.delete.delay.ms")
                                .map(name -> set(name, DAY_MS))
                                .toList());
            }
            changes.put(
                    new ConfigResource(ConfigResource.Type.BROKER, "1"), List.of(set("log.cleaner.backoff.ms", "200")));
            admin.incrementalAlterConfigs(changes).all().get();
        }
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }
}

package io.marquee.ops.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.ops.pipeline.SampleFiles;
import io.marquee.ops.pipeline.TestPipeline;
import io.marquee.records.PipelineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What there is to read of runs, on a stack that is up. */
final class HistoryCommandsTest {

    @TempDir
    private static Path data;

    private static TestPipeline pipeline;
    private static PipelineRun first;
    private static PipelineRun second;

    @BeforeAll
    static void runTheSampleTwice() throws IOException, InterruptedException {
        pipeline = TestPipeline.start(data);
        first = pipeline.run(SampleFiles.films(), SampleFiles.pages()).run();
        second = pipeline.run(SampleFiles.films(), SampleFiles.pages()).run();
    }

    @AfterAll
    static void stop() throws IOException {
        pipeline.close();
    }

    @Test
    void verifyPrintsEachRuleAndEndsWithOneIfOneIsBroken() throws Exception {
        Launch good = launch("verify");
        assertThat(good.exitCode()).isZero();
        assertThat(good.output().get(0)).isEqualTo("Run " + first.runId() + " (succeeded)");
        assertThat(good.output().subList(1, good.output().size()))
                .hasSize(10)
                .allSatisfy(line -> assertThat(line).startsWith("  ").endsWith(": ok"));

        execute("update film set vote_count = vote_count + 1 where film_id = 862");
        try {
            Launch broken = launch("verify");
            assertThat(broken.exitCode()).isEqualTo(1);
            assertThat(broken.output())
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("  topic enriched-films = table film: ")
                            .endsWith("1 with other values, such as 862"));
        } finally {
            execute("update film set vote_count = vote_count - 1 where film_id = 862");
        }
    }

    @Test
    void verifyLeavesARunThatIsOnAlone() throws Exception {
        execute("insert into pipeline_run (run_id, state, started_at, films_read, films_published, films_rejected,"
                + " wikipedia_read, wikipedia_published, wikipedia_rejected, films_changed, wikipedia_changed, top,"
                + " rank_by, min_budget, min_revenue, reports_kept) values ('2999', 'running', now(), 0, 0, 0, 0, 0, 0,"
                + " true, true, 5, 'ratio', 1, 1, 2)");
        try {
            Launch launch = launch("verify");
            assertThat(launch.exitCode()).isEqualTo(2);
            assertThat(launch.errors())
                    .containsExactly("marquee: a run is on, which is verified at its end: see ./marquee status");
        } finally {
            execute("delete from pipeline_run where run_id = '2999'");
        }
    }

    @Test
    void runsAreListedTheNewestFirst() {
        Launch launch = launch("runs");

        assertThat(launch.output().get(0)).startsWith("run ").endsWith(" error");
        assertThat(launch.output().get(2)).startsWith(second.runId() + "  unchanged  command  20");
        assertThat(launch.output().get(3))
                .startsWith(first.runId() + "  succeeded  command  20")
                .contains("  films, wikipedia  ")
                .endsWith("  " + first.reportRows() + "        10");
        assertThat(launch("runs", "--limit", "1").output()).hasSize(3);
    }

    @Test
    void theLogOfARunIsFoundInAllFilesWithItsStages() throws Exception {
        Path logs = Files.createDirectories(data.resolve("logs"));
        Files.writeString(logs.resolve("marquee-1.log"), """
                2026-11-22T08:00:00.000Z INFO  [main] run %1$s started
                2026-11-22T08:00:01.000Z ERROR [main] run %1$s fails
                java.io.IOException: a reason
                2026-11-22T08:00:02.000Z INFO  [main] of no run
                """.formatted(first.runId()));
        Files.writeString(
                logs.resolve("marquee.log"), "2026-11-22T08:00:03.000Z INFO  [main] run " + first.runId() + " ended\n");
        Files.writeString(logs.resolve("other.log"), first.runId() + "\n");

        Launch launch = launch("run-log", first.runId());

        assertThat(launch.output())
                .contains("Run " + first.runId() + ", started by command: succeeded")
                .anySatisfy(line -> assertThat(line).matches("  verifying +[0-9.]+ s"))
                .endsWith(
                        "2026-11-22T08:00:00.000Z INFO  [main] run " + first.runId() + " started",
                        "2026-11-22T08:00:01.000Z ERROR [main] run " + first.runId() + " fails",
                        "java.io.IOException: a reason",
                        "2026-11-22T08:00:03.000Z INFO  [main] run " + first.runId() + " ended");
        assertThat(launch("run-log", "latest").output())
                .contains("Run " + second.runId() + ", started by command: unchanged")
                .endsWith("The log has no line of it (any more): only the newest 80 MB are kept.");
    }

    @Test
    void aRunThatIsNotClearIsAskedFor() {
        assertThat(launch("run-log", "1999").errors())
                .containsExactly("marquee: there is no run 1999: see ./marquee runs");
        assertThat(launch("run-log", "20").errors())
                .containsExactly("marquee: several runs begin with 20: did you mean " + second.runId() + ", "
                        + first.runId() + "?");
        assertThat(launch("run-log", "20").exitCode()).isEqualTo(2);
    }

    @Test
    void rejectedRecordsAreCountedByReasonAndListed() throws Exception {
        String reason = pipeline.rows("select reason from rejected_record where source = 'films' order by place")
                .get(0);

        Launch counted = launch("rejects");
        Launch listed = launch("rejects", "--source", "films", "--reason", reason.toUpperCase(java.util.Locale.ROOT));

        assertThat(counted.output().get(0)).startsWith("source  reason ").endsWith(" example");
        assertThat(counted.output())
                .anySatisfy(line -> assertThat(line)
                        .matches("films +the id … comes again on line … +3 +movies_metadata.csv line \\d+"));
        assertThat(counted.output()).endsWith("(10 records)");
        assertThat(listed.output().get(0)).startsWith("source  place ").endsWith(" record");
        assertThat(listed.output().subList(2, listed.output().size() - 1))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("films   ").contains(reason));
        assertThat(launch("rejects", "--source", "wikipedia").output())
                .containsExactly("no rejected record is like that");
    }

    private static Launch launch(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data-dir", data.toString()));
        return Launch.of(Map.of(), all.toArray(String[]::new));
    }

    private static void execute(String sql) throws Exception {
        try (Connection connection = pipeline.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

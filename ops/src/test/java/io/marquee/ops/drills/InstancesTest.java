package io.marquee.ops.drills;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.ingest.publish.KafkaConnection;
import io.marquee.ingest.run.Cancellation;
import io.marquee.ingest.run.IngestRun;
import io.marquee.ingest.run.Progress;
import io.marquee.ingest.run.RunLimits;
import io.marquee.ingest.run.RunRequest;
import io.marquee.ops.pipeline.TestPipeline;
import io.marquee.ops.stack.EmbeddedStack;
import io.marquee.processor.ProcessorMain;
import io.marquee.processor.ProcessorSettings;
import io.marquee.records.PipelineRun;
import io.marquee.records.RunSettings;
import io.marquee.records.RunState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instances of the stream processor, each a process of its own, that come and go during a run. */
final class InstancesTest {

    private static final int PARTITIONS = 8;
    private static final Duration SINK_TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    private static Path directory;

    private static final List<DrillSources> STATES = new ArrayList<>();

    /** The tables of a pipeline in one process. */
    private static final Map<DrillSources, Tables> EXPECTED = new HashMap<>();

    private static EmbeddedStack stack;

    private final List<JavaProcess> instances = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        for (String state : List.of("a", "b")) {
            STATES.add(DrillSources.compose(directory, state));
        }
        try (TestPipeline pipeline = TestPipeline.start(TestPipeline.options(directory.resolve("one-process"), 3))) {
            for (DrillSources sources : STATES) {
                assertThat(pipeline.run(sources.films(), sources.pages()).isGood())
                        .isTrue();
                EXPECTED.put(sources, Tables.of(pipeline.pipeline().stack().database()));
            }
        }
        stack = EmbeddedStack.open(TestPipeline.options(directory.resolve("instances"), PARTITIONS));
        stack.start();
    }

    @AfterAll
    static void stop() throws IOException {
        stack.close();
    }

    @AfterEach
    void stopInstances() {
        instances.forEach(JavaProcess::close);
    }

    @Test
    void oneOfThreeInstancesThatIsKilledMidwayChangesNothingInTheTables() throws Exception {
        startInstances(3);
        long taken = taken();
        CompletableFuture<PipelineRun> run = run(STATES.get(0));
        awaitMidway(run, taken);
        instances.remove(1).kill();

        assertThat(run.get(120, TimeUnit.SECONDS).state()).isEqualTo(RunState.SUCCEEDED);
        stack.sinkSync().await(SINK_TIMEOUT, () -> {});
        assertThat(Tables.of(stack.database())).isEqualTo(EXPECTED.get(STATES.get(0)));
    }

    @Test
    void anInstanceThatJoinsMidwayChangesNothingInTheTables() throws Exception {
        startInstances(2);
        long taken = taken();
        CompletableFuture<PipelineRun> run = run(STATES.get(1));
        awaitMidway(run, taken);
        startInstances(1);

        assertThat(run.get(120, TimeUnit.SECONDS).state()).isEqualTo(RunState.SUCCEEDED);
        stack.sinkSync().await(SINK_TIMEOUT, () -> {});
        assertThat(Tables.of(stack.database())).isEqualTo(EXPECTED.get(STATES.get(1)));
    }

    private void startInstances(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            Path home = directory.resolve("instance-" + System.nanoTime());
            instances.add(JavaProcess.start(
                    home,
                    List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                    ProcessorMain.class,
                    "--kafka=" + stack.broker().bootstrapServers(),
                    "--state-dir=" + home,
                    "--threads=1"));
        }
        for (JavaProcess instance : instances) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .failFast("the instance ended by itself", () -> !instance.isAlive())
                    .until(() -> instance.hasLogged("REBALANCING -> RUNNING"));
        }
    }

    private static CompletableFuture<PipelineRun> run(DrillSources sources) throws InterruptedException {
        IngestRun ingest = new IngestRun(
                KafkaConnection.to(stack.broker().bootstrapServers()),
                PARTITIONS,
                RunLimits.DEFAULT,
                Clock.systemUTC());
        RunRequest request = new RunRequest(
                sources.films().toString(), List.of(sources.pages().toString()), RunSettings.DEFAULT, "command");
        return CompletableFuture.supplyAsync(() -> {
            try {
                return ingest.execute(request, Progress.NONE, new Cancellation());
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
    }

    private static long taken() throws Exception {
        try (TopicEnds ends = new TopicEnds(stack.broker().bootstrapServers(), PARTITIONS)) {
            return ends.pagesTaken(ProcessorSettings.APPLICATION);
        }
    }

    /** Returns once a part of the pages has been taken up, but not all. */
    private static void awaitMidway(CompletableFuture<PipelineRun> run, long takenBefore) throws Exception {
        try (TopicEnds ends = new TopicEnds(stack.broker().bootstrapServers(), PARTITIONS)) {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(10))
                    .atMost(Duration.ofSeconds(60))
                    .failFast("the run ended before anything was seen of it", run::isDone)
                    .until(() -> ends.pagesTaken(ProcessorSettings.APPLICATION) > takenBefore);
        }
        assertThat(run).isNotDone();
    }
}

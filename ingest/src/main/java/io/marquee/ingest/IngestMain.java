package io.marquee.ingest;

import io.marquee.ingest.measure.KafkaMeters;
import io.marquee.ingest.measure.RunMeters;
import io.marquee.ingest.run.Cancellation;
import io.marquee.ingest.run.IngestRun;
import io.marquee.ingest.run.Progress;
import io.marquee.ingest.run.RunRequest;
import io.marquee.ingest.run.RunStoppedException;
import io.marquee.ingest.run.Schedule;
import io.marquee.metrics.Metrics;
import io.marquee.metrics.MetricsOptions;
import io.marquee.records.PipelineRun;
import io.marquee.records.RunState;
import io.marquee.settings.Commands;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The ingestor as a program of its own: one run, or runs by a schedule. */
@Command(
        name = "marquee-ingest",
        mixinStandardHelpOptions = true,
        description = "Reads films and Wikipedia pages, publishes them to Kafka and waits for the report.")
public final class IngestMain implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(IngestMain.class);

    @Mixin
    private IngestOptions options;

    @Mixin
    private MetricsOptions metricsOptions;

    @Option(
            names = "--cron",
            paramLabel = "EXPRESSION",
            description = "Stay and start runs by this Quartz cron expression, such as '" + Schedule.HOURLY
                    + "'; without it, one run.")
    private String cron;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "In which the cron expression is meant (default: ${DEFAULT-VALUE}).")
    private String timeZone;

    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Runs the program. */
    public static void main(String... arguments) {
        System.exit(Commands.run(
                new IngestMain(), System.getenv(), exception -> LOG.error("failed", exception), arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (cron != null) {
            Schedule.requireCron(cron);
        }
        RunRequest request = options.request("command");
        request.probe();
        Thread hook = new Thread(this::shutDown, "shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        try (Metrics metrics = metricsOptions.start()) {
            IngestRun run = new IngestRun(
                    options.connection().watchedBy(KafkaMeters.of(metrics)),
                    options.run().partitions(),
                    options.run().limits(),
                    Clock.systemUTC());
            RunMeters meters = new RunMeters(metrics.registry(), Clock.systemUTC());
            metrics.readyWhen(() -> true);
            return cron == null ? once(run, request, meters) : bySchedule(run, request, meters);
        } catch (RunStoppedException e) {
            LOG.info("stopped before the run's end");
            return Commands.FAILED;
        } finally {
            ended.countDown();
        }
    }

    /** Ends what is on; a process that is told to end has its run stored as failed, not as one that died. */
    private void shutDown() {
        cancellation.request();
        stop.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int once(IngestRun run, RunRequest request, RunMeters meters) throws IOException {
        try (RunMeters.Measured measured = meters.begin(Progress.NONE)) {
            PipelineRun outcome = measured.ended(run.execute(request, measured.progress(), cancellation));
            if (outcome.state() == RunState.FAILED) {
                LOG.error("run {} failed: {}", outcome.runId(), outcome.error());
                return Commands.FAILED;
            }
            return 0;
        }
    }

    private int bySchedule(IngestRun run, RunRequest request, RunMeters meters) throws InterruptedException {
        try (Schedule schedule = Schedule.start(cron, zone(), reason -> once(run, request.because(reason), meters))) {
            LOG.info(
                    "the next run starts at {}",
                    schedule.next().map(Object::toString).orElse("no time"));
            stop.await();
        }
        return 0;
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw new UserException("'" + timeZone + "' is not a time zone: give one such as UTC or Europe/Berlin", e);
        }
    }
}

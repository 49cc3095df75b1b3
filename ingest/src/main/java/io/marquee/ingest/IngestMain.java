package io.marquee.ingest;

import io.marquee.ingest.database.DatabaseAddress;
import io.marquee.ingest.measure.KafkaMeters;
import io.marquee.ingest.measure.RunMeters;
import io.marquee.ingest.measure.SinkLag;
import io.marquee.ingest.notify.Notifier;
import io.marquee.ingest.notify.NotifyOptions;
import io.marquee.ingest.publish.KafkaConnection;
import io.marquee.ingest.run.Cancellation;
import io.marquee.ingest.run.IngestRun;
import io.marquee.ingest.run.Progress;
import io.marquee.ingest.run.RunRequest;
import io.marquee.ingest.run.RunStoppedException;
import io.marquee.ingest.run.Stopping;
import io.marquee.ingest.run.Verification;
import io.marquee.ingest.schedule.JobStore;
import io.marquee.ingest.schedule.RunLock;
import io.marquee.ingest.schedule.Schedule;
import io.marquee.ingest.schedule.ScheduleSettings;
import io.marquee.ingest.verification.SinkSync;
import io.marquee.ingest.verification.TableVerification;
import io.marquee.ingest.verification.VerificationSettings;
import io.marquee.metrics.Metrics;
import io.marquee.metrics.MetricsOptions;
import io.marquee.records.PipelineRun;
import io.marquee.settings.Commands;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The ingestor as a program of its own: one run, or runs by a schedule. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = {
            "Reads films and Wikipedia pages, publishes them to Kafka and waits for the report.",
            "With --cron or --every it stays. With --database it verifies the tables after each run, and several"
                    + " ingestors on one database stand by each other: one starts a run, and if it dies another takes"
                    + " the run up."
        })
public final class IngestMain implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(IngestMain.class);
    private static final Duration SINK_TIMEOUT = Duration.ofMinutes(15);

    @Mixin
    private IngestOptions options;

    @Mixin
    private ScheduleOptions schedule;

    @Option(names = "--now", description = "With --cron or --every: one run at once, too, unless one is on.")
    private boolean now;

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private VerificationOptions verification;

    @Mixin
    private NotifyOptions notify;

    @Mixin
    private MetricsOptions metricsOptions;

    private Notifier notifier;
    private KafkaConnection kafka;
    private RunMeters meters;

    /** Runs the program. */
    public static void main(String... arguments) {
        System.exit(Commands.run(
                new IngestMain(), System.getenv(), exception -> LOG.error("failed", exception), arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<ScheduleSettings> times = schedule.settings();
        Optional<DatabaseAddress> tables = database.address();
        notifier = notify.notifier();
        RunRequest request = options.request("command");
        request.probe();
        tables.ifPresent(DatabaseAddress::probe);
        try (Metrics metrics = metricsOptions.start();
                Stopping stopping = Stopping.install(options.run().stopGrace());
                JobStore store = tables.<JobStore>map(JobStore.Postgres::new).orElseGet(JobStore.Memory::new)) {
            measure(metrics, store);
            return times.isEmpty()
                    ? once(request, tables, store, stopping)
                    : bySchedule(times.get(), request, tables, store, stopping);
        }
    }

    private void measure(Metrics metrics, JobStore store) {
        kafka = options.connection().watchedBy(KafkaMeters.of(metrics));
        meters = new RunMeters(metrics.registry(), Clock.systemUTC());
        if (store instanceof JobStore.Postgres shared) {
            SinkLag.bind(metrics, new SinkSync(kafka, Optional::empty));
            metrics.readyWhile(shared::answers);
        } else {
            metrics.readyWhen(() -> true);
        }
    }

    private int once(RunRequest request, Optional<DatabaseAddress> tables, JobStore store, Stopping stopping)
            throws IOException {
        Cancellation cancellation = stopping.begin();
        Optional<RunLock.Held> lock = store.lock().take(cancellation::request);
        if (lock.isEmpty()) {
            LOG.error("a run is on already; none was started");
            return Commands.FAILED;
        }
        try (RunLock.Held held = lock.get()) {
            PipelineRun outcome = execute(request, tables, cancellation);
            return outcome.error() == null ? 0 : Commands.FAILED;
        } catch (RunStoppedException e) {
            LOG.info("stopped before the run's end");
            return Commands.FAILED;
        }
    }

    private int bySchedule(
            ScheduleSettings times,
            RunRequest request,
            Optional<DatabaseAddress> tables,
            JobStore store,
            Stopping stopping)
            throws InterruptedException {
        Schedule.Task task =
                start -> execute(request.because(start.reason()), tables, stopping.begin(start.cancellation()));
        try (Schedule running = Schedule.start(times, store, task)) {
            LOG.info(
                    "the next run starts at {}",
                    running.next().map(Object::toString).orElse("no time"));
            if (now && !running.trigger()) {
                LOG.info("a run is on already; none was started");
            }
            stopping.await();
            LOG.info("told to end");
        }
        return 0;
    }

    private PipelineRun execute(RunRequest request, Optional<DatabaseAddress> tables, Cancellation cancellation)
            throws IOException {
        VerificationSettings settings = verification.settings(options.run().showsSuspect());
        Verification verified = tables.<Verification>map(address -> new TableVerification(
                        address.dataSource(),
                        kafka,
                        settings,
                        () -> new SinkSync(kafka, Optional::empty).await(SINK_TIMEOUT, cancellation::check)))
                .orElse(Verification.NONE);
        IngestRun run = new IngestRun(
                kafka, options.run().partitions(), options.run().limits(), Clock.systemUTC(), verified, notifier);
        try (RunMeters.Measured measured = meters.begin(Progress.NONE)) {
            return measured.ended(run.execute(request, measured.progress(), cancellation));
        }
    }
}

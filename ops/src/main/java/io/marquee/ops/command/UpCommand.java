package io.marquee.ops.command;

import io.marquee.ingest.run.Progress;
import io.marquee.ingest.run.RunRequest;
import io.marquee.ingest.run.RunStoppedException;
import io.marquee.ingest.run.Schedule;
import io.marquee.metrics.Metrics;
import io.marquee.metrics.MetricsOptions;
import io.marquee.ops.pipeline.Outcome;
import io.marquee.ops.pipeline.Pipeline;
import io.marquee.ops.pipeline.RunResult;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The stack with runs by a schedule. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Start all parts, do a run now and then by a schedule, until Ctrl-C.")
final class UpCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(UpCommand.class);

    @Mixin
    private SourceOptions sources;

    @Mixin
    private DataOption data;

    @Mixin
    private MetricsOptions metricsOptions;

    @Option(
            names = "--cron",
            paramLabel = "EXPRESSION",
            defaultValue = Schedule.HOURLY,
            description = "When runs start: a Quartz cron expression, seconds first (default: ${DEFAULT-VALUE}).")
    private String cron;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "In which the cron expression is meant (default: ${DEFAULT-VALUE}).")
    private String timeZone;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Schedule.requireCron(cron);
        ZoneId zone = zone();
        RunRequest request = sources.request("schedule", data.path());
        PrintStream out = System.out;
        try (Metrics metrics = metricsOptions.start();
                Stopping stopping = Stopping.install()) {
            out.println("Starting broker, database, Connect worker and stream processor in " + data.path());
            try (Pipeline pipeline = Pipeline.start(Home.stack(data.path(), sources.partitions()));
                    Schedule schedule = Schedule.start(
                            cron, zone, reason -> run(pipeline, request.because(reason), stopping, out));
                    Control control = Control.start(schedule, data.path())) {
                pipeline.measure(metrics);
                Reachable.lines(pipeline).forEach(out::println);
                metrics.url().ifPresent(url -> out.println("  metrics   " + url + "/metrics"));
                out.println("  next run  "
                        + schedule.next().map(Object::toString).orElse("never") + ", and one now; ./marquee trigger"
                        + " starts another");
                schedule.trigger();
                stopping.await();
                out.println("Stopping");
            }
            return 0;
        }
    }

    private void run(Pipeline pipeline, RunRequest request, Stopping stopping, PrintStream out)
            throws IOException, InterruptedException {
        if (stopping.isAsked()) {
            return;
        }
        try {
            RunResult result = pipeline.run(
                    request, sources.limits(), sources.verification(), progress(out), stopping.cancellation());
            Outcome.lines(result).forEach(out::println);
        } catch (UserException e) {
            LOG.error("a run failed: {}", e.getMessage());
            System.err.println("marquee: " + e.getMessage());
        } catch (RunStoppedException e) {
            System.err.println("marquee: stopped before the run's end; the last good report stands");
        }
    }

    private static Progress progress(PrintStream out) {
        return new io.marquee.ops.pipeline.LineProgress(out);
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw new UserException("'" + timeZone + "' is not a time zone: give one such as UTC or Europe/Berlin", e);
        }
    }
}

package io.marquee.ops.command;

import io.marquee.connect.worker.RemoteWorker;
import io.marquee.ingest.ScheduleOptions;
import io.marquee.ingest.publish.KafkaConnection;
import io.marquee.ingest.run.RunRequest;
import io.marquee.ingest.run.RunStoppedException;
import io.marquee.ingest.run.Stopping;
import io.marquee.ingest.schedule.JobStore;
import io.marquee.ingest.schedule.Schedule;
import io.marquee.ingest.schedule.ScheduleSettings;
import io.marquee.metrics.Metrics;
import io.marquee.metrics.MetricsOptions;
import io.marquee.ops.console.Console;
import io.marquee.ops.console.Listen;
import io.marquee.ops.control.Control;
import io.marquee.ops.control.Steering;
import io.marquee.ops.control.Token;
import io.marquee.ops.pipeline.LineProgress;
import io.marquee.ops.pipeline.Outcome;
import io.marquee.ops.pipeline.Pipeline;
import io.marquee.ops.pipeline.RunResult;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin
    private ScheduleOptions times;

    @Mixin
    private ConsoleOptions consoleOptions;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ScheduleSettings settings = times.orHourly();
        RunRequest request = sources.request("schedule", data.path());
        Listen listen = consoleOptions.listen();
        Token token = consoleOptions.token();
        PrintStream out = System.out;
        try (Metrics metrics = metricsOptions.start();
                Stopping stopping = Stopping.install(sources.stopGrace())) {
            out.println("Starting broker, database, Connect worker and stream processor in " + data.path());
            try (Pipeline pipeline = Pipeline.start(Home.stack(data.path(), sources.partitions()));
                    JobStore store = new JobStore.Memory();
                    Schedule schedule =
                            Schedule.start(settings, store, start -> run(pipeline, request, start, stopping, out));
                    Control control = Control.start(schedule, data.path());
                    Console console = Console.start(parts(pipeline, schedule), listen, token)) {
                pipeline.measure(metrics);
                Reachable.lines(pipeline).forEach(out::println);
                metrics.url().ifPresent(url -> out.println("  metrics   " + url + "/metrics"));
                out.println("  console   " + console.url()
                        + (consoleOptions.isTokenRandom() ? ", its token " + token.value() : ""));
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

    private Console.Parts parts(Pipeline pipeline, Schedule schedule) throws InterruptedException {
        return new Console.Parts(
                pipeline.stack().database().dataSource(),
                KafkaConnection.to(pipeline.stack().broker().bootstrapServers()),
                RemoteWorker.at(pipeline.stack().connect().orElseThrow().url().toString()),
                Steering.of(schedule),
                data.path().resolve("logs"));
    }

    private void run(Pipeline pipeline, RunRequest request, Schedule.Start start, Stopping stopping, PrintStream out)
            throws IOException, InterruptedException {
        if (stopping.isAsked()) {
            return;
        }
        try {
            RunResult result = pipeline.run(
                    request.because(start.reason()),
                    sources.limits(),
                    sources.verification(),
                    sources.notifier(),
                    new LineProgress(out),
                    stopping.begin(start.cancellation()));
            Outcome.lines(result).forEach(out::println);
        } catch (UserException e) {
            LOG.error("a run failed: {}", e.getMessage());
            System.err.println("marquee: " + e.getMessage());
        } catch (RunStoppedException e) {
            System.err.println("marquee: stopped before the run's end; the last good report stands");
        }
    }
}

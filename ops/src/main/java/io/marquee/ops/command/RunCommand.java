package io.marquee.ops.command;

import io.marquee.ingest.run.RunRequest;
import io.marquee.ingest.run.RunStoppedException;
import io.marquee.ingest.run.Stopping;
import io.marquee.metrics.Metrics;
import io.marquee.metrics.MetricsOptions;
import io.marquee.ops.pipeline.Pipeline;
import io.marquee.ops.pipeline.RunResult;
import io.marquee.settings.Commands;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One run on an embedded stack. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Start all parts, do one run, print what came of it, and stop.")
final class RunCommand implements Callable<Integer> {

    @Mixin
    private SourceOptions sources;

    @Mixin
    private DataOption data;

    @Mixin
    private MetricsOptions metricsOptions;

    @Option(names = "--keep", description = "Stay up after the run, until Ctrl-C.")
    private boolean keep;

    @Override
    public Integer call() throws IOException, InterruptedException {
        RunRequest request = sources.request("command", data.path());
        PrintStream out = System.out;
        try (Metrics metrics = metricsOptions.start();
                Stopping stopping = Stopping.install(sources.stopGrace())) {
            out.println("Starting broker, database, Connect worker and stream processor in " + data.path());
            try (Pipeline pipeline = Pipeline.start(Home.stack(data.path(), sources.partitions()))) {
                pipeline.measure(metrics);
                RunResult result = OneRun.of(pipeline, request, sources, stopping, out);
                out.println();
                if (keep) {
                    Reachable.lines(pipeline).forEach(out::println);
                    stopping.await();
                } else {
                    out.println("See more: ./marquee sql \"select * from movie_report limit 20\"");
                }
                return result.isGood() ? 0 : Commands.FAILED;
            } catch (RunStoppedException e) {
                System.err.println("marquee: stopped before the run's end; the last good report stands");
                return Commands.FAILED;
            }
        }
    }
}

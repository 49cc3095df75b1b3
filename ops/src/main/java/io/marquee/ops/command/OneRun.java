package io.marquee.ops.command;

import io.marquee.ingest.run.Progress;
import io.marquee.ingest.run.RunRequest;
import io.marquee.ingest.run.Stopping;
import io.marquee.ops.pipeline.BarProgress;
import io.marquee.ops.pipeline.LineProgress;
import io.marquee.ops.pipeline.Outcome;
import io.marquee.ops.pipeline.Pipeline;
import io.marquee.ops.pipeline.RunResult;
import java.io.IOException;
import java.io.PrintStream;

/** Does a run on a pipeline that is up, shows how far it is, and prints what came of it. */
final class OneRun {

    private OneRun() {}

    static RunResult of(
            Pipeline pipeline, RunRequest request, SourceOptions sources, Stopping stopping, PrintStream out)
            throws IOException, InterruptedException {
        RunResult result;
        if (Home.isTerminal()) {
            try (BarProgress bar = new BarProgress()) {
                result = run(pipeline, request, sources, bar, stopping);
            }
        } else {
            result = run(pipeline, request, sources, new LineProgress(out), stopping);
        }
        Outcome.lines(result).forEach(out::println);
        return result;
    }

    private static RunResult run(
            Pipeline pipeline, RunRequest request, SourceOptions sources, Progress progress, Stopping stopping)
            throws IOException, InterruptedException {
        return pipeline.run(
                request, sources.limits(), sources.verification(), sources.notifier(), progress, stopping.begin());
    }
}

package io.marquee.ops.pipeline;

import io.marquee.ingest.measure.KafkaMeters;
import io.marquee.ingest.measure.RunMeters;
import io.marquee.ingest.measure.SinkLag;
import io.marquee.ingest.notify.Notifier;
import io.marquee.ingest.publish.ClientWatch;
import io.marquee.ingest.publish.KafkaConnection;
import io.marquee.ingest.run.Cancellation;
import io.marquee.ingest.run.IngestRun;
import io.marquee.ingest.run.Progress;
import io.marquee.ingest.run.RunLimits;
import io.marquee.ingest.run.RunRequest;
import io.marquee.ingest.run.RunStoppedException;
import io.marquee.ingest.verification.TableVerification;
import io.marquee.ingest.verification.VerificationSettings;
import io.marquee.metrics.Metrics;
import io.marquee.ops.stack.EmbeddedStack;
import io.marquee.ops.stack.StackOptions;
import io.marquee.processor.ProcessorSettings;
import io.marquee.processor.StreamProcessor;
import io.marquee.records.PipelineRun;
import io.marquee.records.RunState;
import io.marquee.settings.UserException;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pipeline on an embedded stack: broker, database, Connect worker, stream processor and ingestor. */
public final class Pipeline implements Closeable {

    private static final Duration SINK_TIMEOUT = Duration.ofMinutes(15);
    private static final int PROCESSOR_THREADS = 2;

    private final EmbeddedStack stack;
    private final StackOptions options;
    private final Clock clock;
    private StreamProcessor processor;
    private ClientWatch clients = ClientWatch.NONE;
    private RunMeters meters = new RunMeters(Metrics.none().registry(), Clock.systemUTC());

    private Pipeline(EmbeddedStack stack, StackOptions options, Clock clock) {
        this.stack = stack;
        this.options = options;
        this.clock = clock;
    }

    /** Starts all parts; see the other method. */
    public static Pipeline start(StackOptions options) throws IOException, InterruptedException {
        return start(options, Clock.systemUTC());
    }

    /**
     * Starts all parts.
     *
     * @param clock tells when runs start and end
     * @throws UserException if one cannot start
     */
    public static Pipeline start(StackOptions options, Clock clock) throws IOException, InterruptedException {
        Pipeline pipeline = new Pipeline(EmbeddedStack.open(options), options, clock);
        try {
            pipeline.stack.requireSpace();
            // The processor takes its tasks up while Connect is still loading its plugins.
            pipeline.processor = StreamProcessor.start(
                    new ProcessorSettings(
                            pipeline.stack.broker().bootstrapServers(),
                            Map.of(),
                            options.data().resolve("streams"),
                            PROCESSOR_THREADS,
                            "embedded"),
                    options.partitions());
            pipeline.stack.start();
            return pipeline;
        } catch (RuntimeException | InterruptedException e) {
            try {
                pipeline.close();
            } catch (IOException | RuntimeException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    /** Adds the meters of all parts; to be called before the first run. Close the pipeline before the meters. */
    public void measure(Metrics metrics) throws InterruptedException {
        processor.measure(metrics);
        metrics.readyWhen(
                () -> processor.isRunning() && stack.health().failure().isEmpty());
        clients = KafkaMeters.of(metrics);
        meters = new RunMeters(metrics.registry(), clock);
        SinkLag.bind(metrics, stack.sinkSync());
    }

    /** Executes one run, verified as is usual; see the other method. */
    public RunResult run(RunRequest request, RunLimits limits, Progress progress, Cancellation cancellation)
            throws IOException, InterruptedException {
        return run(request, limits, VerificationSettings.DEFAULT, Notifier.NONE, progress, cancellation);
    }

    /**
     * Executes one run, verifies what it has made, and waits until its end is in the tables.
     *
     * @param request what is asked for
     * @param limits when it gives up
     * @param verification how it is verified
     * @param notifier is told how it ends
     * @param progress is told how far it is
     * @param cancellation stops it
     * @throws UserException for what the user can mend
     * @throws RunStoppedException if it was stopped
     */
    public RunResult run(
            RunRequest request,
            RunLimits limits,
            VerificationSettings verification,
            Notifier notifier,
            Progress progress,
            Cancellation cancellation)
            throws IOException, InterruptedException {
        KafkaConnection kafka =
                KafkaConnection.to(stack.broker().bootstrapServers()).watchedBy(clients);
        TableVerification verified = new TableVerification(
                stack.database().dataSource(), kafka, verification, () -> awaitTables(cancellation));
        IngestRun ingest = new IngestRun(kafka, options.partitions(), limits, clock, verified, notifier);
        PipelineRun run;
        try (Watch watch = Watch.start(stack, processor, options.data(), cancellation);
                RunMeters.Measured measured = meters.begin(progress)) {
            try {
                run = ingest.execute(request, measured.progress(), cancellation);
            } catch (RuntimeException e) {
                throw explained(watch, notifier, e);
            }
            try {
                awaitEnd(run, cancellation);
            } catch (RuntimeException e) {
                throw explained(watch, notifier, e);
            }
            measured.ended(run);
        }
        return run.state() == RunState.SUCCEEDED || run.state() == RunState.UNCHANGED
                ? RunResult.of(run, stack.database().dataSource())
                : new RunResult(run, List.of());
    }

    /** All that a run wrote which found nothing changed is its story: to see that row is quicker than to ask the broker. */
    private void awaitEnd(PipelineRun run, Cancellation cancellation) throws InterruptedException {
        if (run.state() == RunState.UNCHANGED) {
            StoryRow.await(stack, run, SINK_TIMEOUT, cancellation::check);
        } else {
            awaitTables(cancellation);
        }
    }

    private void awaitTables(Cancellation cancellation) throws InterruptedException {
        stack.sinkSync().await(SINK_TIMEOUT, cancellation::check);
    }

    /** What failed below is the reason of what failed above. */
    private static RuntimeException explained(Watch watch, Notifier notifier, RuntimeException thrown) {
        Optional<String> failure = watch.failure(thrown);
        failure.ifPresent(notifier::failed);
        return failure.<RuntimeException>map(reason -> new UserException(reason, thrown))
                .orElse(thrown);
    }

    /** The services below. */
    public EmbeddedStack stack() {
        return stack;
    }

    @Override
    public void close() throws IOException {
        try (stack) {
            if (processor != null) {
                processor.close();
            }
        }
    }
}

package io.marquee.ingest.run;

import io.marquee.ingest.notify.Notifier;
import io.marquee.ingest.publish.KafkaConnection;
import io.marquee.ingest.publish.ProgressSender;
import io.marquee.ingest.publish.Publisher;
import io.marquee.records.Json;
import io.marquee.records.PipelineRun;
import io.marquee.records.RunId;
import io.marquee.records.RunKey;
import io.marquee.records.RunState;
import io.marquee.records.TopicAdministration;
import io.marquee.records.Topics;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes runs, as docs/architecture.md describes them. One at a time: of two runs over the same topics the later takes
 * the earlier for dead.
 */
public final class IngestRun {

    private static final Logger LOG = LoggerFactory.getLogger(IngestRun.class);

    private final KafkaConnection connection;
    private final int partitions;
    private final RunLimits limits;
    private final Clock clock;
    private final Verification verification;
    private final Notifier notifier;

    /** Verifies nothing and tells nobody; see the other constructor. */
    public IngestRun(KafkaConnection connection, int partitions, RunLimits limits, Clock clock) {
        this(connection, partitions, limits, clock, Verification.NONE, Notifier.NONE);
    }

    /**
     * @param connection to the broker
     * @param partitions of the topics that are processed in parallel, where they have to be made
     * @param limits when a run gives up
     * @param clock tells when runs start and end
     * @param verification looks at what a run has made
     * @param notifier is told how runs end
     */
    public IngestRun(
            KafkaConnection connection,
            int partitions,
            RunLimits limits,
            Clock clock,
            Verification verification,
            Notifier notifier) {
        this.connection = connection;
        this.partitions = partitions;
        this.limits = limits;
        this.clock = clock;
        this.verification = verification;
        this.notifier = notifier;
    }

    /**
     * Executes one run and waits for its end.
     *
     * @param request what is asked for
     * @param progress is told how far it is
     * @param cancellation may stop it
     * @return how it ended: succeeded, unchanged, suspect, or failed because its sums do not add up
     * @throws io.marquee.settings.UserException for what the user can mend: a source, Kafka, a stream processor that does
     *     not work. The run is stored as failed, if Kafka can be reached
     * @throws RunStoppedException if it was stopped; stored as failed
     * @throws IOException if a source could not be closed; stored as failed
     */
    public PipelineRun execute(RunRequest request, Progress progress, Cancellation cancellation) throws IOException {
        Told told = new Told();
        try {
            PipelineRun outcome = execute(request, progress, cancellation, told);
            notifier.ended(outcome, told.before);
            return outcome;
        } catch (RunStoppedException e) {
            throw e;
        } catch (RuntimeException | IOException e) {
            if (told.failed == null) {
                notifier.failed(oneLine(e));
            } else {
                notifier.ended(told.failed, told.before);
            }
            throw e;
        }
    }

    /** What there is to tell of a run, as it comes to be known. */
    private static final class Told {

        private Optional<PipelineRun> before = Optional.empty();
        private PipelineRun failed;
    }

    private PipelineRun execute(RunRequest request, Progress progress, Cancellation cancellation, Told told)
            throws IOException {
        try (Admin admin = connection.admin();
                Consumer<byte[], byte[]> consumer = connection.consumer()) {
            int actualPartitions = TopicAdministration.ensureTopics(admin, partitions);
            TopicAdministration.retain(admin, limits.retention().topics());
            SurplusRuns surplus = new SurplusRuns();
            RunHistory history = history(consumer, cancellation, surplus);
            Instant start = history.startAfter(clock.instant());
            String runId = RunId.of(start);
            LOG.info("run {} started by {}", runId, request.reason());
            try (ProgressSender sender = new ProgressSender(connection);
                    PublishedProgress published =
                            new PublishedProgress(progress, runId, clock, System::nanoTime, sender);
                    Publisher publisher = new Publisher(connection, runId, actualPartitions)) {
                RunSession session = new RunSession(runId, limits, published, cancellation, verification);
                closeTheDead(history, publisher, runId);
                told.before = history.newest();
                publisher.letGo(
                        surplus.of(limits.retention(), request.settings().reportsKept()));
                RunStory story = new RunStory(runId, start, request);
                PipelineRun outcome = execute(
                        new RunSteps(session, publisher, consumer, admin, actualPartitions),
                        story,
                        history,
                        request,
                        cancellation,
                        told);
                LOG.info("run {} ended: {}", runId, outcome.state());
                return outcome;
            }
        } catch (ExecutionException e) {
            throw connection.explain(new KafkaException("the topics could not be made: " + e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunStoppedException();
        } catch (KafkaException e) {
            throw connection.explain(e);
        }
    }

    private PipelineRun execute(
            RunSteps steps,
            RunStory story,
            RunHistory history,
            RunRequest request,
            Cancellation cancellation,
            Told told)
            throws IOException {
        try {
            cancellation.begin();
            return steps.execute(story, history, request, clock);
        } catch (IOException | RuntimeException e) {
            cancellation.end();
            // A thread that is interrupted could not store anything more.
            boolean interrupted = Thread.interrupted();
            RuntimeException explained = explain(e, cancellation);
            try {
                told.failed = story.ended(RunState.FAILED, clock.instant(), oneLine(explained));
                steps.storeFailed(told.failed);
            } catch (RuntimeException second) {
                explained.addSuppressed(second);
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            LOG.info("run {} failed: {}", story.running().runId(), oneLine(explained));
            if (e instanceof IOException checked && !cancellation.isRequested()) {
                throw checked;
            }
            throw explained;
        } finally {
            cancellation.end();
        }
    }

    private RuntimeException explain(Exception thrown, Cancellation cancellation) {
        if (cancellation.isRequested()) {
            RunStoppedException stopped = new RunStoppedException();
            if (!(thrown instanceof RunStoppedException)) {
                stopped.addSuppressed(thrown);
            }
            return stopped;
        }
        return thrown instanceof RuntimeException unchecked
                ? connection.explain(unchecked)
                : new IllegalStateException(thrown.getMessage(), thrown);
    }

    private static String oneLine(Exception exception) {
        String message = exception.getMessage() == null ? exception.toString() : exception.getMessage();
        return message.replaceAll("\\s*\\R\\s*", " ");
    }

    private RunHistory history(Consumer<byte[], byte[]> consumer, Cancellation cancellation, SurplusRuns surplus) {
        RunHistory history = new RunHistory();
        TopicScan.read(consumer, Topics.PIPELINE_RUNS, cancellation, message -> {
            if (message.value() == null) {
                // What it left in the history is not needed, or it would not have been let go.
                surplus.remove(Json.read(message.key(), RunKey.class).runId());
            } else {
                PipelineRun run = Json.read(message.value(), PipelineRun.class);
                history.add(run);
                surplus.add(run);
            }
        });
        return history;
    }

    private void closeTheDead(RunHistory history, Publisher publisher, String runId) {
        for (PipelineRun died : history.died()) {
            PipelineRun failed = died.ended(
                    RunState.FAILED, clock.instant(), "died before its end; the run " + runId + " found it so");
            publisher.run(failed);
            history.add(failed);
            notifier.ended(failed, Optional.empty());
            LOG.warn("run {} had died; it is now stored as failed", died.runId());
        }
    }
}

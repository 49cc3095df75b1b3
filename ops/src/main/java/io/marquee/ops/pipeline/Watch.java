package io.marquee.ops.pipeline;

import io.marquee.ingest.run.Cancellation;
import io.marquee.ingest.run.RunStoppedException;
import io.marquee.ops.stack.EmbeddedStack;
import io.marquee.processor.StreamProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after the services while a run is on, and stops the run when one of them fails or the disk fills up. */
final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    /** With less than this the database and the broker would soon stop at a write, halfway. */
    private static final long LEAST_FREE_BYTES = 100L << 20;

    private final AtomicReference<String> failure = new AtomicReference<>();
    private final ScheduledExecutorService clock;
    private Runnable look = () -> {};

    private Watch(ScheduledExecutorService clock) {
        this.clock = clock;
    }

    static Watch start(EmbeddedStack stack, StreamProcessor processor, Path data, Cancellation cancellation) {
        Watch watch = new Watch(Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "watch");
            thread.setDaemon(true);
            return thread;
        }));
        watch.look = () -> watch.look(stack, processor, data, cancellation);
        var unused = watch.clock.scheduleWithFixedDelay(watch.look, 0, 500, TimeUnit.MILLISECONDS);
        return watch;
    }

    private void look(EmbeddedStack stack, StreamProcessor processor, Path data, Cancellation cancellation) {
        try {
            // A disk that is full is why the others stop, when they do.
            Optional<String> found = space(data)
                    .or(() -> stack.health().failure())
                    .or(() -> processor
                            .failure()
                            .map(cause -> "the stream processor stopped (" + cause.getMessage()
                                    + "): see the log, and run again"));
            if (found.isPresent() && failure.compareAndSet(null, found.get() + "; the last good report stands")) {
                LOG.error("{}", found.get());
                cancellation.request();
            }
        } catch (RuntimeException e) {
            LOG.error("the services could not be looked at", e);
        }
    }

    private static Optional<String> space(Path data) {
        try {
            long free = Files.getFileStore(data).getUsableSpace();
            return free >= LEAST_FREE_BYTES
                    ? Optional.empty()
                    : Optional.of("the disk of " + data + " is full (" + (free >> 20)
                            + " MB free): free some space, or choose another with --data-dir, and run again");
        } catch (IOException e) {
            return Optional.of("the data directory " + data + " cannot be looked at (" + e.getMessage()
                    + "): mend it, and run again");
        }
    }

    /** Why the run was stopped or could not go on, if a service or the disk is why. */
    Optional<String> failure(RuntimeException thrown) {
        if (!(thrown instanceof RunStoppedException)) {
            // A run may meet the failure before the next look does.
            look.run();
        }
        return Optional.ofNullable(failure.get());
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}

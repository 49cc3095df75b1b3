package io.marquee.ingest.run;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets another thread stop a run: at its next record, or while it waits for the broker or the stream processor.
 * Thread-safe.
 */
public final class Cancellation {

    private final AtomicBoolean requested = new AtomicBoolean();
    /** Guarded by this. */
    private Thread running;

    /** Asks the run to stop. It ends as failed, and the next run reads anew what this one had begun. */
    public synchronized void request() {
        requested.set(true);
        if (running != null) {
            running.interrupt();
        }
    }

    /** Whether the run was asked to stop. */
    boolean isRequested() {
        return requested.get();
    }

    /** The run starts in this thread, which is interrupted if it is to stop: it may be waiting for what never comes. */
    synchronized void begin() {
        running = Thread.currentThread();
        check();
    }

    /** The run needs no stopping any more: what is to be tidied up can still wait for its own. */
    synchronized void end() {
        if (running != null && requested.get()) {
            boolean unused = Thread.interrupted();
        }
        running = null;
    }

    /**
     * Does nothing, unless the run is to stop.
     *
     * @throws RunStoppedException if it is
     */
    public void check() {
        if (requested.get() || Thread.currentThread().isInterrupted()) {
            throw new RunStoppedException();
        }
    }
}

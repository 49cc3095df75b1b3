package io.marquee.ingest.run;

import java.util.concurrent.atomic.AtomicBoolean;

/** Lets another thread stop a run: at its next record, or its next look for the stream processor's answer. Thread-safe. */
public final class Cancellation {

    private final AtomicBoolean requested = new AtomicBoolean();

    /** Asks the run to stop. It ends as failed, and the next run reads anew what this one had begun. */
    public void request() {
        requested.set(true);
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

package io.marquee.ingest.schedule;

import java.util.Optional;

/** Held while a run is on: there is never more than one. Thread-safe. */
public interface RunLock {

    /** Holds the lock until it is closed. */
    interface Held extends AutoCloseable {

        /** Whether it is held no more, though nobody has closed it. */
        boolean isLost();

        @Override
        void close();
    }

    /**
     * Takes it.
     *
     * @param lost called, once at most and from another thread, if the lock is lost before it is closed
     * @return empty if a run is on
     */
    Optional<Held> take(Runnable lost);

    /** Whether a run is on. */
    boolean isTaken();
}

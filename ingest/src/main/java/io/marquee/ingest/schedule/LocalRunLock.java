package io.marquee.ingest.schedule;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps the runs of one process apart. */
final class LocalRunLock implements RunLock {

    private final AtomicBoolean taken = new AtomicBoolean();

    @Override
    public Optional<Held> take(Runnable lost) {
        return taken.compareAndSet(false, true) ? Optional.of(new Local()) : Optional.empty();
    }

    private final class Local implements Held {

        @Override
        public boolean isLost() {
            return false;
        }

        @Override
        public void close() {
            taken.set(false);
        }
    }

    @Override
    public boolean isTaken() {
        return taken.get();
    }
}

package io.marquee.ops.stack;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** A part of the stack that starts when it is first asked for, once. Thread-safe. */
final class Service<T extends Closeable> {

    /** Starts it. */
    @FunctionalInterface
    interface Start<T> {
        T start() throws InterruptedException;
    }

    private final Start<T> start;
    private T started;

    Service(Start<T> start) {
        this.start = start;
    }

    synchronized T get() throws InterruptedException {
        if (started == null) {
            started = start.start();
        }
        return started;
    }

    synchronized Optional<T> started() {
        return Optional.ofNullable(started);
    }

    /** Stops it if it was started. */
    synchronized void stop() throws IOException {
        if (started != null) {
            T stopping = started;
            started = null;
            stopping.close();
        }
    }
}

package io.marquee.ops.command;

import io.marquee.ingest.run.Cancellation;
import java.util.concurrent.CountDownLatch;

/** Ends a command cleanly when the process is told to end, by Ctrl-C or a signal. */
final class Stopping implements AutoCloseable {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Cancellation cancellation = new Cancellation();

    private Stopping() {}

    static Stopping install() {
        Stopping stopping = new Stopping();
        Runtime.getRuntime().addShutdownHook(new Thread(stopping::stop, "stopping"));
        return stopping;
    }

    private void stop() {
        asked.countDown();
        cancellation.request();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops runs. */
    Cancellation cancellation() {
        return cancellation;
    }

    /** Waits until the process is told to end. */
    void await() throws InterruptedException {
        asked.await();
    }

    /** Whether the process was told to end. */
    boolean isAsked() {
        return asked.getCount() == 0;
    }

    @Override
    public void close() {
        ended.countDown();
    }
}

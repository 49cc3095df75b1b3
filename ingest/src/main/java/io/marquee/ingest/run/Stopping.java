package io.marquee.ingest.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a program cleanly when its process is told to end, by Ctrl-C or a signal: a run that is on may go on for a while,
 * then it is stopped and stored as failed, not as one that died. Thread-safe.
 */
public final class Stopping implements AutoCloseable {

    private final Duration grace;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    /** Of the run that is on, or the last. Guarded by this. */
    private Cancellation current = new Cancellation();
    /** Guarded by this. */
    private boolean graceIsOver;

    private Stopping(Duration grace) {
        this.grace = grace;
    }

    /**
     * Is there from now on until the process ends.
     *
     * @param grace how long a run may go on
     */
    public static Stopping install(Duration grace) {
        Stopping stopping = new Stopping(grace);
        Runtime.getRuntime().addShutdownHook(new Thread(stopping::stop, "stopping"));
        return stopping;
    }

    private void stop() {
        asked.countDown();
        try {
            if (!ended.await(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                stopRun();
                ended.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void stopRun() {
        graceIsOver = true;
        current.request();
    }

    /** A run begins that has no other way to be stopped. */
    public Cancellation begin() {
        return begin(new Cancellation());
    }

    /** A run begins that may be stopped by others too. */
    public synchronized Cancellation begin(Cancellation cancellation) {
        current = cancellation;
        if (graceIsOver) {
            cancellation.request();
        }
        return cancellation;
    }

    /** Waits until the process is told to end. */
    public void await() throws InterruptedException {
        asked.await();
    }

    /** Whether the process was told to end. */
    public boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** All is ended, and the process may be. */
    @Override
    public void close() {
        ended.countDown();
    }
}

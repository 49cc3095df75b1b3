package io.marquee.metrics;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Asks now and then whether something is so, and keeps the answer, so that nobody waits for it. Thread-safe. */
final class Probe implements AutoCloseable {

    private static final long PERIOD_SECONDS = 5;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "readiness");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean answer;

    Probe(BooleanSupplier question) {
        var unused = clock.scheduleWithFixedDelay(
                () -> answer = question.getAsBoolean(), 0, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    boolean answer() {
        return answer;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}

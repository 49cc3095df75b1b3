package io.marquee.ops.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks after each part every some seconds, one not waiting for another, and keeps what it saw. Thread-safe. */
final class HealthWatch implements AutoCloseable {

    private static final long PERIOD_SECONDS = 5;

    /** A part of which nothing was heard for so long is not as it was. */
    private static final Duration SILENCE = Duration.ofSeconds(40);

    private final List<String> names = new ArrayList<>();
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final ScheduledExecutorService threads;

    /** What a part said, and when. */
    private record Seen(PartHealth health, long nanoTime) {}

    /** Asks a part how it fares; what it throws is what is wrong with the part. */
    @FunctionalInterface
    interface Look {

        PartHealth now() throws Exception;
    }

    private HealthWatch(int parts) {
        threads = Executors.newScheduledThreadPool(parts, task -> {
            Thread thread = new Thread(task, "health-watch");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @param looks by the names of the parts, in the order in which they are told */
    static HealthWatch start(Map<String, Look> looks) {
        HealthWatch watch = new HealthWatch(looks.size());
        looks.forEach((name, look) -> {
            watch.names.add(name);
            watch.keep(PartHealth.unknown(name, "not asked yet"));
            var unused = watch.threads.scheduleWithFixedDelay(
                    () -> watch.look(name, look), 0, PERIOD_SECONDS, TimeUnit.SECONDS);
        });
        return watch;
    }

    private void look(String name, Look look) {
        try {
            keep(look.now());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            String detail =
                    String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
            keep(PartHealth.down(name, detail));
        }
    }

    /** How each part was when it was asked last. */
    List<PartHealth> parts() {
        return names.stream().map(this::part).toList();
    }

    /** Whether a part worked when it was asked last. */
    boolean isUp(String name) {
        return part(name).state().equals("up");
    }

    private void keep(PartHealth health) {
        seen.put(health.name(), new Seen(health, System.nanoTime()));
    }

    private PartHealth part(String name) {
        Seen last = seen.get(name);
        return System.nanoTime() - last.nanoTime() < SILENCE.toNanos()
                ? last.health()
                : PartHealth.unknown(name, "it has not answered for " + SILENCE.toSeconds() + " s");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

package io.marquee.ops.stack;

import java.io.Closeable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Restarts connectors that lost their connection to the database.
 *
 * <p>The sink tries a failed flush again, but not when it could not even roll back, as on a connection that is gone;
 * then its task stays failed, and Connect does not restart tasks by itself. Other failures would come back, and so does
 * this one if the database does not: they are left as they are.
 */
final class ConnectorSupervisor implements Closeable {

    /** Attempts, one a second, before a lost connection counts as a failure. */
    static final int ATTEMPTS = 30;

    private static final Logger LOG = LoggerFactory.getLogger(ConnectorSupervisor.class);
    private static final long PERIOD_MS = 1000;

    private final Supplier<List<ConnectorState>> states;
    private final Consumer<String> restart;
    private final Map<String, Integer> attempts = new HashMap<>();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "connector-supervisor");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param states tells how the connectors fare
     * @param restart restarts one
     */
    ConnectorSupervisor(Supplier<List<ConnectorState>> states, Consumer<String> restart) {
        this.states = states;
        this.restart = restart;
    }

    void start() {
        var unused = executor.scheduleWithFixedDelay(this::check, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    /** Looks at all connectors once. */
    void check() {
        for (ConnectorState state : states.get()) {
            if (isLost(state) && attempt(state.name()) <= ATTEMPTS) {
                LOG.warn("restarting {}: {}", state.name(), state.failure().orElseThrow());
                try {
                    restart.accept(state.name());
                } catch (RuntimeException e) {
                    LOG.warn("cannot restart {}", state.name(), e);
                }
            } else if (state.failure().isEmpty()) {
                forget(state.name());
            }
        }
    }

    /** The first failure that nobody mends. */
    synchronized Optional<ConnectorState> failure() {
        return states.get().stream()
                .filter(state -> state.failure().isPresent())
                .filter(state -> !state.lostConnection() || attempts.getOrDefault(state.name(), 0) > ATTEMPTS)
                .findFirst();
    }

    private static boolean isLost(ConnectorState state) {
        return state.failure().isPresent() && state.lostConnection();
    }

    private synchronized int attempt(String name) {
        return attempts.merge(name, 1, Integer::sum);
    }

    private synchronized void forget(String name) {
        attempts.remove(name);
    }

    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.warn("a connector is still being restarted");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

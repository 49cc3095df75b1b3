package io.marquee.connect.worker;

import java.io.Closeable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Restarts connectors that lost their connection to the database.
 *
 * <p>The sink tries a failed flush again, but not when it could not even roll back, as on a connection that is gone;
 * then its task stays failed, and Connect does not restart tasks by itself. Other failures would come back: they are
 * told once and left as they are. Thread-safe.
 */
public final class ConnectorSupervisor implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectorSupervisor.class);
    private static final long PERIOD_MS = 1000;

    /** A task that is restarted in vain says for a moment that it runs. */
    private static final Duration WELL = Duration.ofSeconds(10);

    private final Consumer<String> restart;
    private final Pace pace;
    private final LongSupplier nanoTime;
    /** Of the connectors that do not work, or have not done so for long. Guarded by this. */
    private final Map<String, Trouble> troubles = new HashMap<>();

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "connector-supervisor");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param restart restarts a connector with what has failed of its tasks
     * @param pace how often
     */
    public ConnectorSupervisor(Consumer<String> restart, Pace pace) {
        this(restart, pace, System::nanoTime);
    }

    ConnectorSupervisor(Consumer<String> restart, Pace pace, LongSupplier nanoTime) {
        this.restart = restart;
        this.pace = pace;
        this.nanoTime = nanoTime;
    }

    /** What is known of a connector that failed. */
    private static final class Trouble {

        private int attempts;
        private long lastAttempt;
        private boolean told;
        private boolean works;
        private long worksSince;
    }

    /** Looks at the connectors every second from now on, until it is closed. */
    public void start(Supplier<List<ConnectorState>> states) {
        var unused =
                executor.scheduleWithFixedDelay(() -> check(states.get()), PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    /** Looks at the connectors once. */
    public synchronized void check(List<ConnectorState> states) {
        for (ConnectorState state : states) {
            if (state.failure().isEmpty()) {
                works(state);
            } else if (state.lostConnection()) {
                lost(state);
            } else {
                failed(state);
            }
        }
    }

    private void works(ConnectorState state) {
        Trouble trouble = troubles.get(state.name());
        if (trouble == null || !state.isRunning()) {
            return;
        }
        long now = nanoTime.getAsLong();
        if (!trouble.works) {
            trouble.works = true;
            trouble.worksSince = now;
        } else if (now - trouble.worksSince >= WELL.toNanos()) {
            troubles.remove(state.name());
            LOG.info("{} works again", state.name());
        }
    }

    private void lost(ConnectorState state) {
        Trouble trouble = trouble(state);
        long now = nanoTime.getAsLong();
        Optional<Duration> pause = pace.pauseAfter(trouble.attempts);
        if (pause.isEmpty()
                || (trouble.attempts > 0
                        && now - trouble.lastAttempt < pause.get().toNanos())) {
            return;
        }
        trouble.attempts++;
        trouble.lastAttempt = now;
        LOG.warn(
                "restarting {}, attempt {}: {}",
                state.name(),
                trouble.attempts,
                state.failure().orElseThrow());
        try {
            restart.accept(state.name());
        } catch (RuntimeException e) {
            LOG.warn("cannot restart {}: {}", state.name(), e.getMessage());
        }
    }

    private void failed(ConnectorState state) {
        Trouble trouble = trouble(state);
        if (!trouble.told) {
            trouble.told = true;
            LOG.error(
                    "the connector {} has failed ({}): mend that, and start this program again, which restarts what"
                            + " has failed",
                    state.name(),
                    state.failure().orElseThrow());
        }
    }

    private Trouble trouble(ConnectorState state) {
        Trouble trouble = troubles.computeIfAbsent(state.name(), name -> new Trouble());
        trouble.works = false;
        return trouble;
    }

    /** The first failure that nobody mends. */
    public synchronized Optional<ConnectorState> failure(List<ConnectorState> states) {
        return states.stream()
                .filter(state -> state.failure().isPresent())
                .filter(state -> !state.lostConnection() || isGivenUp(state.name()))
                .findFirst();
    }

    private boolean isGivenUp(String name) {
        Trouble trouble = troubles.get(name);
        return trouble != null && pace.pauseAfter(trouble.attempts).isEmpty();
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

package io.marquee.connect.worker;

import io.marquee.connect.Connector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the connectors of a worker as they should be: registers those that are missing or other, and restarts those that
 * lost the database, for ever. Thread-safe.
 */
public final class RemoteConnectors {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteConnectors.class);

    private final RemoteWorker worker;
    private final List<Connector> wanted;
    private final ConnectorSupervisor supervisor;
    private volatile List<ConnectorState> states;
    /** Guarded by this. */
    private boolean looked;

    /**
     * @param worker where
     * @param wanted all that are wanted; others are left alone
     */
    public RemoteConnectors(RemoteWorker worker, List<Connector> wanted) {
        this.worker = worker;
        this.wanted = List.copyOf(wanted);
        this.supervisor = new ConnectorSupervisor(this::restart, Pace.FOR_EVER);
        this.states = unknown();
    }

    private List<ConnectorState> unknown() {
        return wanted.stream()
                .map(connector -> ConnectorState.of(connector.name(), "UNKNOWN"))
                .toList();
    }

    /**
     * Looks at all of them once and does what is to be done. The first time, that is also to restart whatever has failed.
     *
     * @return how many were registered
     * @throws WorkerException if the worker does not answer or refuses
     */
    public synchronized int look() throws WorkerException {
        try {
            int registered = 0;
            for (Connector connector : wanted) {
                if (register(connector)) {
                    registered++;
                }
            }
            Map<String, ConnectorState> found = worker.states();
            states = wanted.stream()
                    .map(connector ->
                            found.getOrDefault(connector.name(), ConnectorState.of(connector.name(), "STARTING")))
                    .toList();
            if (!looked) {
                for (ConnectorState state : states) {
                    if (state.failure().isPresent()) {
                        LOG.info("restarting what has failed before: {}", state.describe());
                        worker.restart(state.name());
                    }
                }
                looked = true;
            } else {
                supervisor.check(states);
            }
            return registered;
        } catch (WorkerException e) {
            states = unknown();
            throw e;
        }
    }

    private boolean register(Connector connector) throws WorkerException {
        Optional<Map<String, String>> found = worker.configuration(connector.name());
        if (found.isPresent() && found.get().equals(connector.configuration())) {
            return false;
        }
        worker.put(connector);
        LOG.info(
                "the connector {} {}",
                connector.name(),
                found.isPresent() ? "had another configuration: it is changed" : "was missing: it is registered");
        return true;
    }

    private void restart(String name) {
        try {
            worker.restart(name);
        } catch (WorkerException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** How they fared when they were looked at last. */
    public List<ConnectorState> states() {
        return states;
    }

    /** Whether a connector ran with all its tasks when it was looked at last. */
    public boolean isRunning(String name) {
        return states.stream().anyMatch(state -> state.name().equals(name) && state.isRunning());
    }

    /** The first that did not run when they were looked at last; empty if all did. */
    public Optional<ConnectorState> notRunning() {
        return states.stream().filter(state -> !state.isRunning()).findFirst();
    }
}

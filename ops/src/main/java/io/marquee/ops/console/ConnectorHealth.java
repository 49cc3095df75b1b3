package io.marquee.ops.console;

import io.marquee.connect.worker.ConnectorState;
import io.marquee.connect.worker.RemoteWorker;
import io.marquee.connect.worker.WorkerException;
import io.marquee.ingest.verification.SinkSync;
import io.marquee.records.Sink;
import java.util.List;
import java.util.Map;

/**
 * Asks a Connect worker how the connectors fare, and the broker how far they are. Thread-safe.
 *
 * @param worker who has the connectors
 * @param tables tells how far they are
 */
record ConnectorHealth(RemoteWorker worker, SinkSync tables) {

    static final String CONNECTORS = "connectors";

    PartHealth look() throws WorkerException, InterruptedException {
        Map<String, ConnectorState> found = worker.states();
        List<ConnectorState> wanted = Sink.ALL.stream()
                .map(sink -> found.getOrDefault(sink.connector(), ConnectorState.of(sink.connector(), "MISSING")))
                .toList();
        List<String> wrong = wanted.stream()
                .filter(state -> !state.isRunning())
                .map(ConnectorState::describe)
                .toList();
        if (wrong.isEmpty()) {
            long waiting =
                    tables.behind().values().stream().mapToLong(Long::longValue).sum();
            return PartHealth.up(
                    CONNECTORS, KafkaHealth.count(wanted.size(), "connector") + "; " + KafkaHealth.waiting(waiting));
        }
        return wanted.stream().anyMatch(state -> state.failure().isPresent()) || wrong.size() == wanted.size()
                ? PartHealth.down(CONNECTORS, String.join("; ", wrong))
                : PartHealth.degraded(CONNECTORS, String.join("; ", wrong));
    }
}

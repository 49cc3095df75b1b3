package io.marquee.processor.flow;

import io.marquee.records.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Waits until all tasks upstream have brought a run's barrier. Barriers of a run that died halfway are let go when a
 * newer run's are complete.
 */
public final class BarrierGate {

    private final KeyValueStore<String, StageBarrier> store;
    private final List<String> stages;

    /**
     * @param store built by {@link #store(String)}
     * @param stages the stages upstream, each of which must bring the barriers of all its tasks
     */
    public BarrierGate(KeyValueStore<String, StageBarrier> store, List<String> stages) {
        this.store = store;
        this.stages = stages;
    }

    /** The store behind a gate. */
    public static StoreBuilder<KeyValueStore<String, StageBarrier>> store(String name) {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(name), Serdes.String(), Json.serde(StageBarrier.class));
    }

    /**
     * Takes a barrier in.
     *
     * @return the barriers of the run by stage, if this one was the last that was missing
     */
    public Optional<Map<String, List<StageBarrier>>> arrive(StageBarrier barrier) {
        store.put(barrier.runId() + "|" + barrier.stage() + "|" + barrier.partition(), barrier);
        List<String> arrivedKeys = new ArrayList<>();
        List<StageBarrier> ofRun = new ArrayList<>();
        try (KeyValueIterator<String, StageBarrier> all = store.all()) {
            all.forEachRemaining(entry -> {
                int order = entry.value.runId().compareTo(barrier.runId());
                if (order <= 0) {
                    arrivedKeys.add(entry.key);
                }
                if (order == 0) {
                    ofRun.add(entry.value);
                }
            });
        }
        Map<String, List<StageBarrier>> byStage = ofRun.stream().collect(Collectors.groupingBy(StageBarrier::stage));
        boolean complete = stages.stream().allMatch(stage -> {
            List<StageBarrier> arrived = byStage.getOrDefault(stage, List.of());
            return !arrived.isEmpty() && arrived.size() == arrived.get(0).partitions();
        });
        if (!complete) {
            return Optional.empty();
        }
        arrivedKeys.forEach(store::delete);
        return Optional.of(byStage);
    }

    /** The sum of what a stage's tasks counted each for itself. */
    public static Tally sum(List<StageBarrier> barriers) {
        return barriers.stream().map(StageBarrier::tally).reduce(Tally.NONE, Tally::plus);
    }

    /** What the tasks of a stage found missing. */
    public static List<String> problems(List<StageBarrier> barriers) {
        return barriers.stream()
                .flatMap(barrier -> barrier.problems().stream())
                .distinct()
                .toList();
    }

    /**
     * Compares what a stage's tasks say that they sent here with what came.
     *
     * @return the problem, if they differ
     */
    public static Optional<String> missing(List<StageBarrier> barriers, int partition, long seen) {
        long sent = barriers.stream()
                .mapToLong(barrier -> barrier.sent().get(partition))
                .sum();
        return sent == seen
                ? Optional.empty()
                : Optional.of("%s sent %d records to partition %d, of which %d came"
                        .formatted(barriers.get(0).stage(), sent, partition, seen));
    }
}

package io.marquee.processor.flow;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Counts records by run. The store is cached, so that counting costs a look into memory and one write per commit, and
 * transactional with the records counted, so that a restart neither forgets nor counts twice.
 */
public final class RunCounts {

    private final KeyValueStore<String, Long> store;
    private String run = "";
    private String counter = "";
    private String key = "";

    /** @param store built by {@link #store(String)} */
    public RunCounts(KeyValueStore<String, Long> store) {
        this.store = store;
    }

    /** The store behind the counts of a stage. */
    public static StoreBuilder<KeyValueStore<String, Long>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.Long())
                .withCachingEnabled();
    }

    /** Counts one record of a run. */
    public void increment(String ofRun, String ofCounter) {
        add(ofRun, ofCounter, 1);
    }

    /** Counts what a record of a run stands for. */
    public void add(String ofRun, String ofCounter, long number) {
        if (!ofRun.equals(run) || !ofCounter.equals(counter)) {
            run = ofRun;
            counter = ofCounter;
            key = key(ofRun, ofCounter);
        }
        Long count = store.get(key);
        store.put(key, count == null ? number : count + number);
    }

    /** Counts one record sent to a partition downstream. */
    public void incrementSent(String ofRun, String stage, int partition) {
        increment(ofRun, sent(stage, partition));
    }

    /** How many records of a run were counted. */
    public long get(String ofRun, String ofCounter) {
        Long count = store.get(key(ofRun, ofCounter));
        return count == null ? 0 : count;
    }

    /** How many records of a run were sent to each partition downstream. */
    public List<Long> sent(String ofRun, String stage, int partitions) {
        List<Long> counts = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            counts.add(get(ofRun, sent(stage, partition)));
        }
        return counts;
    }

    /** Forgets the counts of a stage for a run and those of runs before it, which died. */
    public void forget(String ofRun, String counterPrefix) {
        List<String> old = new ArrayList<>();
        try (KeyValueIterator<String, Long> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, Long> entry = all.next();
                String[] parts = entry.key.split("\\|", 2);
                if (parts[0].compareTo(ofRun) <= 0 && parts[1].startsWith(counterPrefix)) {
                    old.add(entry.key);
                }
            }
        }
        old.forEach(store::delete);
    }

    private static String sent(String stage, int partition) {
        return stage + ">" + partition;
    }

    private static String key(String run, String counter) {
        return run + "|" + counter;
    }
}

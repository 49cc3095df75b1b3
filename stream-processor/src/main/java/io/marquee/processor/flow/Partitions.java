package io.marquee.processor.flow;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Where records go: items by the hash of their key, as every Kafka producer does it, barriers to all partitions. */
public final class Partitions {

    private Partitions() {}

    /** The partition of a serialized key. */
    public static int of(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    /** Sends barriers everywhere and leaves items to the producer. */
    public static <K, T> StreamPartitioner<K, Flow<T>> barriersEverywhere() {
        return (topic, key, flow, partitions) -> flow.isBarrier() ? Optional.of(all(partitions)) : Optional.empty();
    }

    private static Set<Integer> all(int partitions) {
        return IntStream.range(0, partitions).boxed().collect(Collectors.toUnmodifiableSet());
    }
}

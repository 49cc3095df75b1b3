package io.marquee.ingest.verification;

import java.io.Closeable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds the last record of each partition. The end of a partition is further on: the marks that end transactions have
 * offsets too, but nobody ever consumes them. So it reads from a few offsets before the end, and from further back
 * where there was no record.
 */
final class LastRecords implements Closeable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final long FIRST_STEP = 20;
    private static final long GROWTH = 10;

    private final Consumer<byte[], byte[]> consumer;

    LastRecords(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** The offset after the last record of each partition that has one, as of now. */
    Map<TopicPartition, Long> offsetsAfter(List<String> topics) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> found = new HashMap<>();
        Map<TopicPartition, Long> open = new HashMap<>(ends);
        open.entrySet().removeIf(end -> end.getValue() <= begins.get(end.getKey()));
        for (long step = FIRST_STEP; !open.isEmpty(); step *= GROWTH) {
            consumer.assign(open.keySet());
            for (TopicPartition partition : open.keySet()) {
                consumer.seek(partition, Math.max(begins.get(partition), ends.get(partition) - step));
            }
            read(open, found);
            long reached = step;
            open.keySet()
                    .removeIf(partition ->
                            found.containsKey(partition) || ends.get(partition) - reached <= begins.get(partition));
        }
        return found;
    }

    private void read(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> found) {
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> polled : consumer.poll(POLL)) {
                TopicPartition partition = new TopicPartition(polled.topic(), polled.partition());
                if (polled.offset() < ends.get(partition)) {
                    found.put(partition, polled.offset() + 1);
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}

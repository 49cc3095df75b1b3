package io.marquee.ops.stack;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Finds the last record of each partition. The end of a partition is further on: the marks that end transactions have
 * offsets too, but nobody ever consumes them, and compaction leaves gaps.
 */
final class LastRecords implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final long FIRST_STEP = 20;
    private static final long GROWTH = 10;

    private final KafkaConsumer<byte[], byte[]> consumer;

    LastRecords(String bootstrapServers) {
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        "20",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        "false"),
                bytes,
                bytes);
    }

    /** The offset after the last record of each partition that has one, as of now. */
    Map<TopicPartition, Long> offsetsAfter(List<String> topics) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> found = new HashMap<>();
        for (TopicPartition partition : partitions) {
            long after = after(partition, begins.get(partition), ends.get(partition));
            if (after > 0) {
                found.put(partition, after);
            }
        }
        return found;
    }

    private long after(TopicPartition partition, long begin, long end) {
        consumer.assign(List.of(partition));
        long upTo = end;
        for (long step = FIRST_STEP; upTo > begin; step *= GROWTH) {
            long from = Math.max(begin, end - step);
            consumer.seek(partition, from);
            long last = -1;
            while (consumer.position(partition) < upTo) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                for (ConsumerRecord<byte[], byte[]> polled : records) {
                    if (polled.offset() < upTo) {
                        last = polled.offset();
                    }
                }
            }
            if (last >= 0) {
                return last + 1;
            }
            upTo = from;
        }
        return 0;
    }

    @Override
    public void close() {
        consumer.close();
    }
}

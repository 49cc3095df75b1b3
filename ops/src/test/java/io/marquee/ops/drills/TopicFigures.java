package io.marquee.ops.drills;

import io.marquee.ingest.publish.KafkaConnection;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What is in a topic.
 *
 * @param records that a consumer gets, deletions included
 * @param live records that compaction would leave: the newest of each key, without deletions
 * @param bytes of its logs
 */
record TopicFigures(long records, long live, long bytes) {

    /** Reads a topic from its beginning to its end. */
    static TopicFigures of(KafkaConnection kafka, String topic) throws ExecutionException, InterruptedException {
        long records = 0;
        Set<ByteBuffer> live = new HashSet<>();
        try (Consumer<byte[], byte[]> consumer = kafka.scanner()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(100))) {
                    records++;
                    if (message.value() == null) {
                        live.remove(ByteBuffer.wrap(message.key()));
                    } else {
                        live.add(ByteBuffer.wrap(message.key()));
                    }
                }
            }
        }
        return new TopicFigures(records, live.size(), bytes(kafka).getOrDefault(topic, 0L));
    }

    /** The bytes of the logs of every topic, Kafka's own included. */
    static Map<String, Long> bytes(KafkaConnection kafka) throws ExecutionException, InterruptedException {
        Map<String, Long> bytes = new HashMap<>();
        try (Admin admin = kafka.admin()) {
            admin.describeLogDirs(List.of(1))
                    .allDescriptions()
                    .get()
                    .get(1)
                    .values()
                    .forEach(directory -> directory
                            .replicaInfos()
                            .forEach((partition, log) -> bytes.merge(partition.topic(), log.size(), Long::sum)));
        }
        return bytes;
    }
}

package io.marquee.ingest.run;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads the single partition of a topic from its beginning to the end that it has when the scan starts. */
final class TopicScan {

    private static final Duration POLL = Duration.ofMillis(500);

    private TopicScan() {}

    static void read(
            Consumer<byte[], byte[]> consumer,
            String topic,
            Cancellation cancellation,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        TopicPartition partition = new TopicPartition(topic, 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        // For a consumer of committed records this is the end of what is committed: the scan does not wait for others.
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        while (consumer.position(partition) < end) {
            cancellation.check();
            consumer.poll(POLL).forEach(reader);
        }
    }
}

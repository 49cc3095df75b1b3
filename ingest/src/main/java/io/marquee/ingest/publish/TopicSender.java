package io.marquee.ingest.publish;

import io.marquee.records.Barrier;
import io.marquee.records.BarrierKey;
import io.marquee.records.Json;
import io.marquee.records.RecordHeaders;
import io.marquee.records.RunSettings;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Utils;

/** Sends a run's records to one topic and counts what they stand for by partition. Not thread-safe. */
final class TopicSender {

    private final Sending sending;
    private final String topic;
    private final String runId;
    private final Headers headers;
    private final long[] counts;

    TopicSender(Sending sending, String topic, int partitions, String runId) {
        this.sending = sending;
        this.topic = topic;
        this.runId = runId;
        this.headers = RecordHeaders.of(runId);
        this.counts = new long[partitions];
    }

    /** Sends a record to the partition in which every other producer would put its key. */
    void send(byte[] key, byte[] value) {
        send(key, value, headers, 1);
    }

    /** Sends a record that stands for many pages. */
    void sendMany(byte[] key, byte[] value, int count) {
        send(key, value, RecordHeaders.ofPages(runId, count), count);
    }

    private void send(byte[] key, byte[] value, Headers itsHeaders, int count) {
        int partition = Utils.toPositive(Utils.murmur2(key)) % counts.length;
        sending.send(new ProducerRecord<>(topic, partition, key, value, itsHeaders));
        counts[partition] += count;
    }

    /** Sends the barriers. All records before them must have been acknowledged. */
    void barriers(boolean read, RunSettings settings, String standing) {
        byte[] key = Json.write(new BarrierKey(runId));
        for (int partition = 0; partition < counts.length; partition++) {
            Barrier barrier = new Barrier(runId, partition, counts.length, counts[partition], read, settings, standing);
            sending.send(
                    new ProducerRecord<>(topic, partition, key, Json.write(barrier), RecordHeaders.ofBarrier(runId)));
        }
    }
}

package io.marquee.ingest.run;

import io.marquee.records.Json;
import io.marquee.records.RecordHeaders;
import io.marquee.records.RejectedKey;
import io.marquee.records.RejectedRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Finds the rejected records that a run, which read their source, did not bring again. Folded from {@code
 * rejected-records}; it keeps a key for each that earlier runs rejected, of which a run may reject only so many.
 */
final class StaleRejections {

    private final String source;
    private final String runId;
    private final Map<RejectedKey, byte[]> stale = new LinkedHashMap<>();

    StaleRejections(String source, String runId) {
        this.source = source;
        this.runId = runId;
    }

    void add(ConsumerRecord<byte[], byte[]> message) {
        RejectedKey key = Json.read(message.key(), RejectedKey.class);
        if (!source.equals(key.source())) {
            return;
        }
        if (message.value() == null || runId.equals(runOf(message))) {
            stale.remove(key);
        } else {
            stale.put(key, message.key());
        }
    }

    private static String runOf(ConsumerRecord<byte[], byte[]> message) {
        String run = RecordHeaders.run(message.headers());
        return run != null
                ? run
                : Json.read(message.value(), RejectedRecord.class).runId();
    }

    /** The keys to be withdrawn. */
    List<byte[]> keys() {
        return List.copyOf(stale.values());
    }
}

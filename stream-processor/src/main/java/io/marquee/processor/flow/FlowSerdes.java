package io.marquee.processor.flow;

import io.marquee.records.Barrier;
import io.marquee.records.Json;
import io.marquee.records.RecordHeaders;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** How flows are read and written: both kinds are plain JSON, the header tells which it is. */
public final class FlowSerdes {

    private FlowSerdes() {}

    /** For a topic between two stages. */
    public static <T> Serde<Flow<T>> between(Class<T> type) {
        Serializer<T> items = Json.serializer(type);
        Serializer<StageBarrier> barriers = Json.serializer(StageBarrier.class);
        Serializer<Flow<T>> serializer = (topic, flow) ->
                flow.isBarrier() ? barriers.serialize(topic, flow.barrier()) : items.serialize(topic, flow.item());
        return Serdes.serdeFrom(serializer, reading(Json.deserializer(type), Json.deserializer(StageBarrier.class)));
    }

    /** For a topic that the ingestor writes; it is only read. */
    public static <T> Serde<Flow<T>> source(Deserializer<T> items) {
        Deserializer<Barrier> barriers = Json.deserializer(Barrier.class);
        Serializer<Flow<T>> none = (topic, flow) -> {
            throw new UnsupportedOperationException("the processor does not write " + topic);
        };
        return Serdes.serdeFrom(
                none,
                reading(items, (topic, bytes) -> StageBarrier.fromSource(topic, barriers.deserialize(topic, bytes))));
    }

    private static <T> Deserializer<Flow<T>> reading(Deserializer<T> items, Deserializer<StageBarrier> barriers) {
        return new Deserializer<>() {
            @Override
            public Flow<T> deserialize(String topic, byte[] bytes) {
                throw new UnsupportedOperationException("a flow is told by its headers");
            }

            @Override
            public Flow<T> deserialize(String topic, Headers headers, byte[] bytes) {
                if (bytes == null) {
                    return null;
                }
                return RecordHeaders.isBarrier(headers)
                        ? Flow.barrier(barriers.deserialize(topic, bytes))
                        : Flow.item(items.deserialize(topic, bytes));
            }
        };
    }
}

package io.marquee.processor.join;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquee.processor.films.FilmName;
import io.marquee.processor.flow.Flow;
import io.marquee.processor.flow.Partitions;
import io.marquee.processor.flow.RunCounts;
import io.marquee.records.FilmKey;
import io.marquee.records.Json;
import io.marquee.records.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sends what a task of the join makes, and counts it. */
final class JoinedSender {

    private final ProcessorContext<byte[], Joined> context;
    private final RunCounts counts;
    private final int partitions;

    JoinedSender(ProcessorContext<byte[], Joined> context, RunCounts counts, int partitions) {
        this.context = context;
        this.counts = counts;
        this.partitions = partitions;
    }

    int task() {
        return context.taskId().partition();
    }

    void send(Candidate candidate, String run, long timestamp) {
        byte[] key = Json.write(new FilmKey(candidate.filmId()));
        counts.incrementSent(run, JoinStores.STAGE, Partitions.of(key, partitions));
        forward(key, new Joined(Flow.item(candidate), null), run, timestamp);
    }

    void send(FilmName ledOn, String run, long timestamp) {
        byte[] key = ledOn.path().get(ledOn.path().size() - 1).targetKey().getBytes(UTF_8);
        counts.incrementSent(run, JoinStores.LED_ON, Partitions.of(key, partitions));
        forward(key, new Joined(null, Flow.item(ledOn)), run, timestamp);
    }

    private void forward(byte[] key, Joined joined, String run, long timestamp) {
        context.forward(new Record<>(key, joined, timestamp, RecordHeaders.of(run)));
    }
}

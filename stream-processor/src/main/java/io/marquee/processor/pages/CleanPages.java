package io.marquee.processor.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquee.processor.flow.BarrierGate;
import io.marquee.processor.flow.Flow;
import io.marquee.processor.flow.Partitions;
import io.marquee.processor.flow.RunCounts;
import io.marquee.processor.flow.StageBarrier;
import io.marquee.processor.flow.Tally;
import io.marquee.records.Json;
import io.marquee.records.Page;
import io.marquee.records.RecordHeaders;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Lets pages pass that may be a film's, and aliases of such, to the join, under their title keys. */
public final class CleanPages implements Processor<byte[], Flow<byte[]>, String, Flow<PageEntry>> {

    /** The name of the stage. */
    public static final String STAGE = "film-pages";

    /** Counts of the tasks that read pages. */
    public static final String COUNTS = "page-counts";

    private static final String SEEN = "pages-seen";

    private final Deserializer<Page> pages = Json.deserializer(Page.class);
    private final int partitions;
    private ProcessorContext<String, Flow<PageEntry>> context;
    private RunCounts counts;

    /** @param partitions of the topic of pages under their title keys */
    public CleanPages(int partitions) {
        this.partitions = partitions;
    }

    @Override
    public void init(ProcessorContext<String, Flow<PageEntry>> ofTask) {
        context = ofTask;
        counts = new RunCounts(ofTask.getStateStore(COUNTS));
    }

    @Override
    public void process(Record<byte[], Flow<byte[]>> record) {
        if (record.value() == null) {
            throw new IllegalArgumentException("a page without a value: deletions are told by runs, not by tombstones");
        }
        if (record.value().isBarrier()) {
            close(record.value().barrier(), record.timestamp());
            return;
        }
        String run = RecordHeaders.run(record.headers());
        if (run == null) {
            throw new IllegalArgumentException("a page without the header " + RecordHeaders.RUN);
        }
        int number = RecordHeaders.pages(record.headers());
        counts.add(run, SEEN, number);
        if (!RecordHeaders.areOtherPages(record.headers())) {
            Page page = pages.deserialize(null, record.value().item());
            PageReading.entries(page).forEach(entry -> pass(entry, run, record.timestamp()));
        }
    }

    private void pass(PageEntry entry, String run, long timestamp) {
        String key = entry.key();
        counts.incrementSent(run, STAGE, Partitions.of(key.getBytes(UTF_8), partitions));
        context.forward(new Record<>(key, Flow.item(entry), timestamp, RecordHeaders.of(run)));
    }

    private void close(StageBarrier barrier, long timestamp) {
        String run = barrier.runId();
        long seen = counts.get(run, SEEN);
        Optional<String> missing = BarrierGate.missing(List.of(barrier), 0, seen);
        StageBarrier next = barrier.next(
                STAGE,
                barrier.partition(),
                barrier.partitions(),
                counts.sent(run, STAGE, partitions),
                new Tally(0, seen, 0, 0, 0),
                missing.stream().toList());
        counts.forget(run, "");
        context.forward(new Record<>(run, Flow.barrier(next), timestamp, RecordHeaders.ofBarrier(run)));
        context.commit();
    }
}

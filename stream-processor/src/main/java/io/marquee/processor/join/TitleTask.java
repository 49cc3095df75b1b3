package io.marquee.processor.join;

import io.marquee.processor.films.CleanFilms;
import io.marquee.processor.films.FilmName;
import io.marquee.processor.flow.BarrierGate;
import io.marquee.processor.flow.Flow;
import io.marquee.processor.flow.Partitions;
import io.marquee.processor.flow.RunCounts;
import io.marquee.processor.flow.StageBarrier;
import io.marquee.processor.flow.Tally;
import io.marquee.processor.pages.CandidatePage;
import io.marquee.processor.pages.CleanPages;
import io.marquee.records.FilmKey;
import io.marquee.records.Json;
import io.marquee.records.RecordHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * One task of the join: the names of films and the pages whose title keys fall into its partition. Both sides are
 * kept, so that the order in which they arrive does not matter.
 */
final class TitleTask {

    private static final char SEPARATOR = '\0';
    private static final StringSerializer STRINGS = new StringSerializer();

    private final ProcessorContext<byte[], Flow<Candidate>> context;
    private final int partitions;
    private final KeyValueStore<String, FilmName> names;
    private final KeyValueStore<String, StoredPage> pages;
    private final RunCounts counts;
    private final BarrierGate gate;

    TitleTask(ProcessorContext<byte[], Flow<Candidate>> context, int partitions) {
        this.context = context;
        this.partitions = partitions;
        this.names = context.getStateStore(JoinStores.NAMES);
        this.pages = context.getStateStore(JoinStores.PAGES);
        this.counts = new RunCounts(context.getStateStore(JoinStores.COUNTS));
        this.gate = new BarrierGate(
                context.getStateStore(JoinStores.BARRIERS), List.of(CleanFilms.STAGE, CleanPages.STAGE));
    }

    void take(String titleKey, FilmName name, Record<?, ?> from) {
        String run = RecordHeaders.run(from.headers());
        counts.increment(run, CleanFilms.STAGE);
        String key = titleKey + SEPARATOR + name.filmId();
        change(titleKey, run, from.timestamp(), () -> {
            if (name.gone()) {
                names.delete(key);
            } else {
                names.put(key, name);
            }
        });
    }

    void take(String titleKey, CandidatePage page, Record<?, ?> from) {
        String run = RecordHeaders.run(from.headers());
        counts.increment(run, CleanPages.STAGE);
        String key = titleKey + SEPARATOR + page.title();
        StoredPage stored = pages.get(key);
        StoredPage taken = new StoredPage(page, run);
        if (stored != null && stored.page().equals(page)) {
            pages.put(key, taken);
        } else {
            change(titleKey, run, from.timestamp(), () -> pages.put(key, taken));
        }
    }

    /** Makes a change and sends the candidates that it made, changed or ended. */
    private void change(String titleKey, String run, long timestamp, Runnable change) {
        Map<TitleGroup.Pair, Candidate> before = group(titleKey).candidates();
        change.run();
        Map<TitleGroup.Pair, Candidate> after = group(titleKey).candidates();
        after.forEach((pair, candidate) -> {
            if (!candidate.equals(before.get(pair))) {
                send(candidate, run, timestamp);
            }
        });
        before.forEach((pair, candidate) -> {
            if (!after.containsKey(pair)) {
                send(candidate.ended(), run, timestamp);
            }
        });
    }

    void take(StageBarrier barrier, long timestamp) {
        gate.arrive(barrier).ifPresent(arrived -> close(barrier, arrived, timestamp));
    }

    private void close(StageBarrier barrier, Map<String, List<StageBarrier>> arrived, long timestamp) {
        String run = barrier.runId();
        int task = context.taskId().partition();
        List<StageBarrier> fromFilms = arrived.get(CleanFilms.STAGE);
        List<StageBarrier> fromPages = arrived.get(CleanPages.STAGE);
        List<String> problems = new ArrayList<>();
        problems.addAll(BarrierGate.problems(fromFilms));
        problems.addAll(BarrierGate.problems(fromPages));
        BarrierGate.missing(fromFilms, task, counts.get(run, CleanFilms.STAGE)).ifPresent(problems::add);
        BarrierGate.missing(fromPages, task, counts.get(run, CleanPages.STAGE)).ifPresent(problems::add);
        if (fromPages.get(0).read() && problems.isEmpty()) {
            dropVanishedPages(run, timestamp);
        }
        Tally tally = BarrierGate.sum(fromFilms).plus(BarrierGate.sum(fromPages));
        StageBarrier next = barrier.next(
                JoinStores.STAGE,
                task,
                barrier.partitions(),
                counts.sent(run, JoinStores.STAGE, partitions),
                tally,
                problems);
        counts.forget(run, "");
        context.forward(
                new Record<>(Json.write(new FilmKey(0)), Flow.barrier(next), timestamp, RecordHeaders.ofBarrier(run)));
        context.commit();
    }

    /**
     * Pages that only older runs brought. Those of a newer run may be here already, if this run's ingestor died after its
     * barriers: films and pages are taken up each at their own pace.
     */
    private void dropVanishedPages(String run, long timestamp) {
        try (KeyValueIterator<String, StoredPage> all = pages.all()) {
            while (all.hasNext()) {
                KeyValue<String, StoredPage> entry = all.next();
                if (entry.value.run().compareTo(run) < 0) {
                    String titleKey = entry.key.substring(0, entry.key.indexOf(SEPARATOR));
                    change(titleKey, run, timestamp, () -> pages.delete(entry.key));
                }
            }
        }
    }

    private TitleGroup group(String titleKey) {
        List<FilmName> films = new ArrayList<>();
        try (KeyValueIterator<String, FilmName> scan = names.prefixScan(titleKey + SEPARATOR, STRINGS)) {
            scan.forEachRemaining(entry -> films.add(entry.value));
        }
        List<CandidatePage> found = new ArrayList<>();
        // Most pages share their key with no film: what is kept of them need not be read for that.
        if (!films.isEmpty()) {
            try (KeyValueIterator<String, StoredPage> scan = pages.prefixScan(titleKey + SEPARATOR, STRINGS)) {
                scan.forEachRemaining(entry -> found.add(entry.value.page()));
            }
        }
        return new TitleGroup(titleKey, films, found);
    }

    private void send(Candidate candidate, String run, long timestamp) {
        byte[] key = Json.write(new FilmKey(candidate.filmId()));
        counts.incrementSent(run, JoinStores.STAGE, Partitions.of(key, partitions));
        context.forward(new Record<>(key, Flow.item(candidate), timestamp, RecordHeaders.of(run)));
    }
}

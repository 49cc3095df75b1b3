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
import java.util.function.Consumer;
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
    private final KeyValueStore<String, Long> names;
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
        if (name.gone()) {
            names.delete(key);
        } else {
            names.put(key, name.filmId());
        }
        eachPage(titleKey, page -> send(candidate(name.filmId(), titleKey, page, name.gone()), run, from.timestamp()));
    }

    void take(String titleKey, CandidatePage page, Record<?, ?> from) {
        String run = RecordHeaders.run(from.headers());
        counts.increment(run, CleanPages.STAGE);
        String key = titleKey + SEPARATOR + page.title();
        StoredPage stored = pages.get(key);
        pages.put(key, new StoredPage(page, run));
        if (stored == null || !stored.page().equals(page)) {
            eachFilm(titleKey, film -> send(candidate(film, titleKey, page, false), run, from.timestamp()));
        }
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
                    pages.delete(entry.key);
                    String titleKey = entry.key.substring(0, entry.key.indexOf(SEPARATOR));
                    eachFilm(
                            titleKey,
                            film -> send(candidate(film, titleKey, entry.value.page(), true), run, timestamp));
                }
            }
        }
    }

    private static Candidate candidate(long filmId, String titleKey, CandidatePage page, boolean gone) {
        return new Candidate(filmId, titleKey, page.title(), gone ? null : page);
    }

    private void eachPage(String titleKey, Consumer<CandidatePage> action) {
        try (KeyValueIterator<String, StoredPage> found = pages.prefixScan(titleKey + SEPARATOR, STRINGS)) {
            found.forEachRemaining(entry -> action.accept(entry.value.page()));
        }
    }

    private void eachFilm(String titleKey, Consumer<Long> action) {
        try (KeyValueIterator<String, Long> found = names.prefixScan(titleKey + SEPARATOR, STRINGS)) {
            found.forEachRemaining(entry -> action.accept(entry.value));
        }
    }

    private void send(Candidate candidate, String run, long timestamp) {
        byte[] key = Json.write(new FilmKey(candidate.filmId()));
        counts.incrementSent(run, JoinStores.STAGE, Partitions.of(key, partitions));
        context.forward(new Record<>(key, Flow.item(candidate), timestamp, RecordHeaders.of(run)));
    }
}

package io.marquee.processor.choose;

import io.marquee.processor.films.CleanFilms;
import io.marquee.processor.films.StoredFilm;
import io.marquee.processor.flow.BarrierGate;
import io.marquee.processor.flow.Digest;
import io.marquee.processor.flow.Flow;
import io.marquee.processor.flow.RunCounts;
import io.marquee.processor.flow.StageBarrier;
import io.marquee.processor.flow.Tally;
import io.marquee.processor.join.Candidate;
import io.marquee.processor.join.JoinStores;
import io.marquee.records.EnrichedFilm;
import io.marquee.records.FilmKey;
import io.marquee.records.Json;
import io.marquee.records.RecordHeaders;
import io.marquee.records.ReportRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Keeps the candidates of films; at the barrier chooses each film's page, publishes the films that changed and sends
 * the best of its partition to the ranking.
 */
public final class ChoosePages implements Processor<byte[], Flow<Candidate>, byte[], Chosen> {

    /** The name of the stage. */
    public static final String STAGE = "ranking";

    private static final String CANDIDATES = "candidates-by-film";
    private static final String PUBLISHED = "published-films";
    private static final String BARRIERS = "film-barriers";
    private static final String SEEN = "candidates-seen";
    private static final char SEPARATOR = '\0';
    private static final StringSerializer STRINGS = new StringSerializer();

    private ProcessorContext<byte[], Chosen> context;
    private KeyValueStore<Long, StoredFilm> films;
    private KeyValueStore<String, Candidate> candidates;
    private KeyValueStore<Long, byte[]> published;
    private RunCounts counts;
    private BarrierGate gate;

    /** The stage's own stores; it shares those of the films with {@link CleanFilms}. */
    public static List<StoreBuilder<?>> stores() {
        return List.of(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(CANDIDATES), Serdes.String(), Json.serde(Candidate.class)),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(PUBLISHED), Serdes.Long(), Serdes.ByteArray()),
                BarrierGate.store(BARRIERS));
    }

    @Override
    public void init(ProcessorContext<byte[], Chosen> ofTask) {
        context = ofTask;
        films = ofTask.getStateStore(StoredFilm.STORE);
        candidates = ofTask.getStateStore(CANDIDATES);
        published = ofTask.getStateStore(PUBLISHED);
        counts = new RunCounts(ofTask.getStateStore(CleanFilms.COUNTS));
        gate = new BarrierGate(ofTask.getStateStore(BARRIERS), List.of(JoinStores.STAGE));
    }

    @Override
    public void process(Record<byte[], Flow<Candidate>> record) {
        if (record.value().isBarrier()) {
            StageBarrier barrier = record.value().barrier();
            gate.arrive(barrier)
                    .ifPresent(arrived -> close(barrier, arrived.get(JoinStores.STAGE), record.timestamp()));
            return;
        }
        Candidate candidate = record.value().item();
        counts.increment(RecordHeaders.run(record.headers()), SEEN);
        String key = prefix(candidate.filmId()) + candidate.title();
        if (candidate.page() == null) {
            candidates.delete(key);
        } else {
            candidates.put(key, candidate);
        }
    }

    private void close(StageBarrier barrier, List<StageBarrier> arrived, long timestamp) {
        String run = barrier.runId();
        int task = context.taskId().partition();
        List<String> problems = new ArrayList<>(BarrierGate.problems(arrived));
        BarrierGate.missing(arrived, task, counts.get(run, SEEN)).ifPresent(problems::add);
        // Every task upstream knows the whole sum of what came, so one of them is asked.
        Tally upstream = task == 0 ? barrier.tally() : Tally.NONE;
        Best best = new Best(
                barrier.settings().top(), Ranking.order(barrier.settings().rankBy()));
        Tally chosen = problems.isEmpty() ? choose(barrier, best, timestamp) : Tally.NONE;
        long sent = 0;
        for (ReportRow row : best.inOrder()) {
            rank(Flow.item(row), run, timestamp);
            sent++;
        }
        StageBarrier next =
                barrier.next(STAGE, task, barrier.partitions(), List.of(sent), upstream.plus(chosen), problems);
        counts.forget(run, SEEN);
        rank(Flow.barrier(next), run, timestamp);
        context.commit();
    }

    private Tally choose(StageBarrier barrier, Best best, long timestamp) {
        String run = barrier.runId();
        long count = 0;
        long matched = 0;
        long ranked = 0;
        try (KeyValueIterator<Long, StoredFilm> all = films.all()) {
            while (all.hasNext()) {
                KeyValue<Long, StoredFilm> entry = all.next();
                if (entry.value.gone()) {
                    letGo(entry.key, run, timestamp);
                    continue;
                }
                EnrichedFilm enriched =
                        Enrichment.enrich(entry.value.film(), candidatesOf(entry.key), barrier.settings());
                publishIfChanged(entry.key, enriched, run, timestamp);
                count++;
                matched += enriched.wikipediaTitle() == null ? 0 : 1;
                if (enriched.notRankedReason() == null) {
                    ranked++;
                    best.add(Enrichment.row(enriched, run));
                }
            }
        }
        return new Tally(0, 0, count, matched, ranked);
    }

    private List<Candidate> candidatesOf(long film) {
        List<Candidate> found = new ArrayList<>();
        try (KeyValueIterator<String, Candidate> scan = candidates.prefixScan(prefix(film), STRINGS)) {
            scan.forEachRemaining(entry -> found.add(entry.value));
        }
        return found;
    }

    private void letGo(long film, String run, long timestamp) {
        films.delete(film);
        try (KeyValueIterator<String, Candidate> scan = candidates.prefixScan(prefix(film), STRINGS)) {
            scan.forEachRemaining(entry -> candidates.delete(entry.key));
        }
        if (published.delete(film) != null) {
            publish(film, null, run, timestamp);
        }
    }

    private void publishIfChanged(long film, EnrichedFilm enriched, String run, long timestamp) {
        byte[] digest = Digest.of(enriched);
        if (!Arrays.equals(digest, published.get(film))) {
            published.put(film, digest);
            publish(film, enriched, run, timestamp);
        }
    }

    private void publish(long film, EnrichedFilm enriched, String run, long timestamp) {
        Chosen change = new Chosen(new Chosen.Published(enriched), null);
        context.forward(new Record<>(Json.write(new FilmKey(film)), change, timestamp, RecordHeaders.of(run)));
    }

    private void rank(Flow<ReportRow> row, String run, long timestamp) {
        Chosen ranked = new Chosen(null, row);
        context.forward(new Record<>(
                Json.write(new FilmKey(0)),
                ranked,
                timestamp,
                row.isBarrier() ? RecordHeaders.ofBarrier(run) : RecordHeaders.of(run)));
    }

    private static String prefix(long film) {
        return Long.toString(film) + SEPARATOR;
    }
}

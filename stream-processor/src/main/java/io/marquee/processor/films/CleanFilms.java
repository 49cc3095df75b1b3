package io.marquee.processor.films;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquee.processor.flow.BarrierGate;
import io.marquee.processor.flow.Flow;
import io.marquee.processor.flow.Partitions;
import io.marquee.processor.flow.RunCounts;
import io.marquee.processor.flow.StageBarrier;
import io.marquee.processor.flow.Tally;
import io.marquee.processor.titles.TitleKey;
import io.marquee.records.Film;
import io.marquee.records.RecordHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Takes films up, sends the title keys that they gained or lost to the join, and drops films that have vanished. */
public final class CleanFilms implements Processor<byte[], Flow<Film>, String, Flow<FilmName>> {

    /** The name of the stage. */
    public static final String STAGE = "film-names";

    /** Counts of the tasks that know films by id. */
    public static final String COUNTS = "film-counts";

    private static final String SEEN = "films-seen";

    private final int partitions;
    private ProcessorContext<String, Flow<FilmName>> context;
    private KeyValueStore<Long, StoredFilm> films;
    private RunCounts counts;

    /** The stores of the tasks that know films by id. */
    public static List<StoreBuilder<?>> stores() {
        return List.of(StoredFilm.store(), RunCounts.store(COUNTS));
    }

    /** @param partitions of the topic of names */
    public CleanFilms(int partitions) {
        this.partitions = partitions;
    }

    @Override
    public void init(ProcessorContext<String, Flow<FilmName>> ofTask) {
        context = ofTask;
        films = ofTask.getStateStore(StoredFilm.STORE);
        counts = new RunCounts(ofTask.getStateStore(COUNTS));
    }

    @Override
    public void process(Record<byte[], Flow<Film>> record) {
        if (record.value() == null) {
            throw new IllegalArgumentException("a film without a value: deletions are told by runs, not by tombstones");
        }
        if (record.value().isBarrier()) {
            close(record.value().barrier(), record.timestamp());
            return;
        }
        String run = RecordHeaders.run(record.headers());
        if (run == null) {
            throw new IllegalArgumentException("a film without the header " + RecordHeaders.RUN);
        }
        counts.increment(run, SEEN);
        take(record.value().item(), run, record.timestamp());
    }

    private void take(Film film, String run, long timestamp) {
        StoredFilm stored = films.get(film.filmId());
        StoredFilm taken = new StoredFilm(film, run, false);
        Map<String, FilmName> before = stored == null || stored.gone() ? Map.of() : names(stored);
        Map<String, FilmName> now = names(taken);
        films.put(film.filmId(), taken);
        now.forEach((key, name) -> {
            if (!name.equals(before.get(key))) {
                name(key, name, run, timestamp);
            }
        });
        before.forEach((key, name) -> {
            if (!now.containsKey(key)) {
                name(key, name.lost(), run, timestamp);
            }
        });
    }

    private static Map<String, FilmName> names(StoredFilm film) {
        Map<String, FilmName> names = new LinkedHashMap<>();
        TitleKey.of(film.film()).forEach(key -> names.put(key, FilmName.of(film.film())));
        return names;
    }

    private void close(StageBarrier barrier, long timestamp) {
        String run = barrier.runId();
        long seen = counts.get(run, SEEN);
        Optional<String> missing = BarrierGate.missing(List.of(barrier), 0, seen);
        if (barrier.read() && missing.isEmpty()) {
            dropVanished(run, timestamp);
        }
        StageBarrier next = barrier.next(
                STAGE,
                barrier.partition(),
                barrier.partitions(),
                counts.sent(run, STAGE, partitions),
                new Tally(seen, 0, 0, 0, 0),
                missing.stream().toList());
        counts.forget(run, SEEN);
        counts.forget(run, STAGE);
        context.forward(new Record<>(run, Flow.barrier(next), timestamp, RecordHeaders.ofBarrier(run)));
        context.commit();
    }

    private void dropVanished(String run, long timestamp) {
        try (KeyValueIterator<Long, StoredFilm> all = films.all()) {
            while (all.hasNext()) {
                KeyValue<Long, StoredFilm> entry = all.next();
                StoredFilm stored = entry.value;
                if (stored.run().compareTo(run) < 0 && !stored.gone()) {
                    films.put(entry.key, new StoredFilm(stored.film(), stored.run(), true));
                    names(stored).forEach((key, name) -> name(key, name.lost(), run, timestamp));
                }
            }
        }
    }

    private void name(String key, FilmName name, String run, long timestamp) {
        counts.incrementSent(run, STAGE, Partitions.of(key.getBytes(UTF_8), partitions));
        context.forward(new Record<>(key, Flow.item(name), timestamp, RecordHeaders.of(run)));
    }
}

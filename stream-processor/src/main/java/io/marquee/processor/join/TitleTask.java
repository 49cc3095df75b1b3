package io.marquee.processor.join;

import io.marquee.processor.films.CleanFilms;
import io.marquee.processor.films.FilmName;
import io.marquee.processor.flow.BarrierGate;
import io.marquee.processor.flow.RunCounts;
import io.marquee.processor.flow.StageBarrier;
import io.marquee.processor.pages.CleanPages;
import io.marquee.processor.pages.PageEntry;
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
    private static final byte[] MARK = {};
    private static final StringSerializer STRINGS = new StringSerializer();

    private final KeyValueStore<String, FilmName> names;
    private final KeyValueStore<String, StoredEntry> entries;
    private final KeyValueStore<String, byte[]> changed;
    private final SentCandidates sent;
    private final RunCounts counts;
    private final BarrierGate gate;
    private final JoinedSender sender;
    private final Rounds rounds;

    TitleTask(ProcessorContext<byte[], Joined> context, int partitions) {
        this.names = context.getStateStore(JoinStores.NAMES);
        this.entries = context.getStateStore(JoinStores.ENTRIES);
        this.changed = context.getStateStore(JoinStores.CHANGED);
        this.sent = new SentCandidates(context.getStateStore(JoinStores.SENT));
        this.counts = new RunCounts(context.getStateStore(JoinStores.COUNTS));
        this.gate = new BarrierGate(
                context.getStateStore(JoinStores.BARRIERS), List.of(CleanFilms.STAGE, CleanPages.STAGE));
        this.sender = new JoinedSender(context, counts, partitions);
        this.rounds = new Rounds(context, counts, partitions, this::weigh);
    }

    void take(String titleKey, FilmName name, Record<?, ?> from) {
        String run = RecordHeaders.run(from.headers());
        counts.increment(run, name.path().isEmpty() ? CleanFilms.STAGE : JoinStores.LED_ON);
        String key = titleKey + SEPARATOR + name.identity();
        change(titleKey, run, from.timestamp(), () -> {
            if (name.gone()) {
                names.delete(key);
            } else {
                names.put(key, name);
            }
        });
    }

    void take(String titleKey, PageEntry entry, Record<?, ?> from) {
        String run = RecordHeaders.run(from.headers());
        counts.increment(run, CleanPages.STAGE);
        String key = titleKey + SEPARATOR + entry.name();
        StoredEntry stored = entries.get(key);
        StoredEntry taken = new StoredEntry(entry, run);
        if (stored != null && stored.entry().equals(entry)) {
            entries.put(key, taken);
        } else {
            change(titleKey, run, from.timestamp(), () -> entries.put(key, taken));
        }
    }

    /**
     * Makes a change and sends the films led on that it made, changed or ended. The candidates are weighed once for the
     * run, when all that bears on them is there.
     */
    private void change(String titleKey, String run, long timestamp, Runnable change) {
        TitleGroup before = group(titleKey);
        change.run();
        TitleGroup after = group(titleKey);
        if (before.names().isEmpty() && after.names().isEmpty()) {
            return;
        }
        changed.put(titleKey, MARK);
        Map<String, FilmName> ledOnBefore = before.ledOn();
        Map<String, FilmName> ledOnAfter = after.ledOn();
        ledOnAfter.forEach((identity, name) -> {
            if (!name.equals(ledOnBefore.get(identity))) {
                sender.send(name, run, timestamp);
            }
        });
        ledOnBefore.forEach((identity, name) -> {
            if (!ledOnAfter.containsKey(identity)) {
                sender.send(name.lost(), run, timestamp);
            }
        });
    }

    /** Weighs the candidates of all keys that have changed, and sends those that it made, changed or ended. */
    private void weigh(String run, long timestamp) {
        try (KeyValueIterator<String, byte[]> keys = changed.all()) {
            while (keys.hasNext()) {
                String titleKey = keys.next().key;
                sent.update(
                        titleKey, group(titleKey).candidates(), candidate -> sender.send(candidate, run, timestamp));
                changed.delete(titleKey);
            }
        }
    }

    void take(StageBarrier barrier, long timestamp) {
        if (rounds.isRound(barrier)) {
            rounds.take(barrier, timestamp);
        } else {
            gate.arrive(barrier).ifPresent(arrived -> close(barrier, arrived, timestamp));
        }
    }

    private void close(StageBarrier barrier, Map<String, List<StageBarrier>> arrived, long timestamp) {
        String run = barrier.runId();
        List<StageBarrier> fromFilms = arrived.get(CleanFilms.STAGE);
        List<StageBarrier> fromPages = arrived.get(CleanPages.STAGE);
        List<String> problems = new ArrayList<>();
        problems.addAll(BarrierGate.problems(fromFilms));
        problems.addAll(BarrierGate.problems(fromPages));
        int task = sender.task();
        BarrierGate.missing(fromFilms, task, counts.get(run, CleanFilms.STAGE)).ifPresent(problems::add);
        BarrierGate.missing(fromPages, task, counts.get(run, CleanPages.STAGE)).ifPresent(problems::add);
        if (fromPages.get(0).read() && problems.isEmpty()) {
            dropVanished(run, timestamp);
        }
        rounds.begin(barrier, BarrierGate.sum(fromFilms).plus(BarrierGate.sum(fromPages)), problems, timestamp);
    }

    /**
     * Pages that only older runs brought. Those of a newer run may be here already, if this run's ingestor died after its
     * barriers: films and pages are taken up each at their own pace.
     */
    private void dropVanished(String run, long timestamp) {
        try (KeyValueIterator<String, StoredEntry> all = entries.all()) {
            while (all.hasNext()) {
                KeyValue<String, StoredEntry> entry = all.next();
                if (entry.value.run().compareTo(run) < 0) {
                    String titleKey = entry.key.substring(0, entry.key.indexOf(SEPARATOR));
                    change(titleKey, run, timestamp, () -> entries.delete(entry.key));
                }
            }
        }
    }

    private TitleGroup group(String titleKey) {
        List<FilmName> films = new ArrayList<>();
        try (KeyValueIterator<String, FilmName> scan = names.prefixScan(titleKey + SEPARATOR, STRINGS)) {
            scan.forEachRemaining(entry -> films.add(entry.value));
        }
        List<PageEntry> found = new ArrayList<>();
        // Most pages share their key with no film: what is kept of them need not be read for that.
        if (!films.isEmpty()) {
            try (KeyValueIterator<String, StoredEntry> scan = entries.prefixScan(titleKey + SEPARATOR, STRINGS)) {
                scan.forEachRemaining(entry -> found.add(entry.value.entry()));
            }
        }
        return new TitleGroup(films, found);
    }
}

package io.marquee.processor.join;

import io.marquee.processor.films.CleanFilms;
import io.marquee.processor.films.FilmName;
import io.marquee.processor.flow.BarrierGate;
import io.marquee.processor.flow.RunCounts;
import io.marquee.processor.flow.StageBarrier;
import io.marquee.processor.pages.Alias;
import io.marquee.processor.pages.CandidatePage;
import io.marquee.processor.pages.CleanPages;
import io.marquee.processor.pages.PageEntry;
import io.marquee.records.RecordHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
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
    private final KeyValueStore<String, StoredPage> pages;
    private final KeyValueStore<String, StoredAlias> aliases;
    private final KeyValueStore<String, byte[]> changed;
    private final SentCandidates sent;
    private final RunCounts counts;
    private final BarrierGate gate;
    private final JoinedSender sender;
    private final Rounds rounds;

    TitleTask(ProcessorContext<byte[], Joined> context, int partitions) {
        this.names = context.getStateStore(JoinStores.NAMES);
        this.pages = context.getStateStore(JoinStores.PAGES);
        this.aliases = context.getStateStore(JoinStores.ALIASES);
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
        FilmName before = names.get(key);
        if (name.gone()) {
            names.delete(key);
        } else {
            names.put(key, name);
        }
        changed.put(titleKey, MARK);
        for (Alias alias : aliases(titleKey)) {
            Optional<FilmName> ledOn = name.gone() ? Optional.empty() : name.by(alias);
            Optional<FilmName> ledOnBefore = Optional.ofNullable(before).flatMap(known -> known.by(alias));
            if (ledOn.isPresent() && !ledOn.equals(ledOnBefore)) {
                sender.send(ledOn.get(), run, from.timestamp());
            } else if (ledOn.isEmpty()) {
                ledOnBefore.ifPresent(lost -> sender.send(lost.lost(), run, from.timestamp()));
            }
        }
    }

    void take(String titleKey, PageEntry entry, Record<?, ?> from) {
        String run = RecordHeaders.run(from.headers());
        counts.increment(run, CleanPages.STAGE);
        String key = titleKey + SEPARATOR + entry.name();
        if (entry.alias() != null) {
            if (aliases.get(key) == null) {
                ledOnBy(titleKey, entry.alias()).forEach(ledOn -> sender.send(ledOn, run, from.timestamp()));
            }
            aliases.put(key, new StoredAlias(entry.alias(), run));
        } else {
            StoredPage stored = pages.get(key);
            if (stored == null || !stored.page().equals(entry.page())) {
                changed.put(titleKey, MARK);
            }
            pages.put(key, new StoredPage(entry.page(), run));
        }
    }

    private List<FilmName> ledOnBy(String titleKey, Alias alias) {
        return names(titleKey).stream().flatMap(name -> name.by(alias).stream()).toList();
    }

    /** Weighs the candidates of all keys that have changed, and sends those that it made, changed or ended. */
    private void weigh(String run, long timestamp) {
        try (KeyValueIterator<String, byte[]> keys = changed.all()) {
            while (keys.hasNext()) {
                String titleKey = keys.next().key;
                sent.update(titleKey, candidates(titleKey), candidate -> sender.send(candidate, run, timestamp));
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
     * Pages and aliases that only older runs brought. Those of a newer run may be here already, if this run's ingestor died
     * after its barriers: films and pages are taken up each at their own pace.
     */
    private void dropVanished(String run, long timestamp) {
        try (KeyValueIterator<String, StoredPage> all = pages.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.run().compareTo(run) < 0) {
                    changed.put(titleKey(entry.key), MARK);
                    pages.delete(entry.key);
                }
            });
        }
        try (KeyValueIterator<String, StoredAlias> all = aliases.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.run().compareTo(run) < 0) {
                    ledOnBy(titleKey(entry.key), entry.value.alias())
                            .forEach(ledOn -> sender.send(ledOn.lost(), run, timestamp));
                    aliases.delete(entry.key);
                }
            });
        }
    }

    private static String titleKey(String key) {
        return key.substring(0, key.indexOf(SEPARATOR));
    }

    private Map<TitleGroup.Pair, Candidate> candidates(String titleKey) {
        List<FilmName> films = names(titleKey);
        // Most pages share their key with no film: what is kept of them need not be read for that.
        if (films.isEmpty()) {
            return Map.of();
        }
        List<CandidatePage> found = new ArrayList<>();
        try (KeyValueIterator<String, StoredPage> scan = pages.prefixScan(titleKey + SEPARATOR, STRINGS)) {
            scan.forEachRemaining(entry -> found.add(entry.value.page()));
        }
        return new TitleGroup(films, found).candidates();
    }

    private List<FilmName> names(String titleKey) {
        List<FilmName> films = new ArrayList<>();
        try (KeyValueIterator<String, FilmName> scan = names.prefixScan(titleKey + SEPARATOR, STRINGS)) {
            scan.forEachRemaining(entry -> films.add(entry.value));
        }
        return films;
    }

    private List<Alias> aliases(String titleKey) {
        List<Alias> found = new ArrayList<>();
        try (KeyValueIterator<String, StoredAlias> scan = aliases.prefixScan(titleKey + SEPARATOR, STRINGS)) {
            scan.forEachRemaining(entry -> found.add(entry.value.alias()));
        }
        return found;
    }
}

package io.marquee.processor.rank;

import io.marquee.processor.choose.Best;
import io.marquee.processor.choose.ChoosePages;
import io.marquee.processor.choose.Ranking;
import io.marquee.processor.flow.BarrierGate;
import io.marquee.processor.flow.Flow;
import io.marquee.processor.flow.RunCounts;
import io.marquee.processor.flow.StageBarrier;
import io.marquee.processor.flow.Tally;
import io.marquee.records.Json;
import io.marquee.records.RecordHeaders;
import io.marquee.records.ReportKey;
import io.marquee.records.ReportRow;
import io.marquee.records.RunTotals;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The one task that knows the whole ranking: at the barrier it merges what the partitions sent, publishes the report,
 * lets the oldest report go, and publishes the run's totals.
 */
public final class RankFilms implements Processor<byte[], Flow<ReportRow>, byte[], Reported> {

    private static final String ENTRIES = "ranking-entries";
    private static final String REPORTS = "reports";
    private static final String COUNTS = "ranking-counts";
    private static final String BARRIERS = "ranking-barriers";
    private static final String SEEN = "entries-seen";

    private ProcessorContext<byte[], Reported> context;
    private KeyValueStore<String, ReportRow> entries;
    private KeyValueStore<String, Integer> reports;
    private RunCounts counts;
    private BarrierGate gate;

    /** The stage's stores. */
    public static List<StoreBuilder<?>> stores() {
        return List.of(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(ENTRIES), Serdes.String(), Json.serde(ReportRow.class)),
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(REPORTS), Serdes.String(), Serdes.Integer()),
                RunCounts.store(COUNTS),
                BarrierGate.store(BARRIERS));
    }

    @Override
    public void init(ProcessorContext<byte[], Reported> ofTask) {
        context = ofTask;
        entries = ofTask.getStateStore(ENTRIES);
        reports = ofTask.getStateStore(REPORTS);
        counts = new RunCounts(ofTask.getStateStore(COUNTS));
        gate = new BarrierGate(ofTask.getStateStore(BARRIERS), List.of(ChoosePages.STAGE));
    }

    @Override
    public void process(Record<byte[], Flow<ReportRow>> record) {
        if (record.value().isBarrier()) {
            StageBarrier barrier = record.value().barrier();
            gate.arrive(barrier)
                    .ifPresent(arrived -> close(barrier, arrived.get(ChoosePages.STAGE), record.timestamp()));
            return;
        }
        ReportRow row = record.value().item();
        counts.increment(row.runId(), SEEN);
        entries.put(row.runId() + "|" + row.filmId(), row);
    }

    private void close(StageBarrier barrier, List<StageBarrier> arrived, long timestamp) {
        String run = barrier.runId();
        List<String> problems = new ArrayList<>(BarrierGate.problems(arrived));
        BarrierGate.missing(arrived, 0, counts.get(run, SEEN)).ifPresent(problems::add);
        List<ReportRow> report = takeEntries(barrier);
        if (problems.isEmpty()) {
            publish(run, report, timestamp);
            letOldReportsGo(barrier, timestamp);
        }
        Tally tally = BarrierGate.sum(arrived);
        RunTotals totals = new RunTotals(
                run,
                tally.filmsSeen(),
                tally.pagesSeen(),
                tally.films(),
                tally.matched(),
                tally.ranked(),
                problems.isEmpty() ? report.size() : 0,
                problems);
        counts.forget(run, "");
        forward(new Reported(null, totals), run, timestamp);
        context.commit();
    }

    /** The best of the run's entries in order; all entries up to this run are taken out of the store. */
    private List<ReportRow> takeEntries(StageBarrier barrier) {
        String run = barrier.runId();
        Best best = new Best(
                barrier.settings().top(), Ranking.order(barrier.settings().rankBy()));
        try (KeyValueIterator<String, ReportRow> all = entries.all()) {
            while (all.hasNext()) {
                KeyValue<String, ReportRow> entry = all.next();
                if (entry.value.runId().equals(run)) {
                    best.add(entry.value);
                }
                if (entry.value.runId().compareTo(run) <= 0) {
                    entries.delete(entry.key);
                }
            }
        }
        return best.inOrder();
    }

    private void publish(String run, List<ReportRow> report, long timestamp) {
        int rank = 1;
        for (ReportRow row : report) {
            ReportRow ranked = row.withRank(rank++);
            forward(new Reported(new Reported.Row(new ReportKey(run, ranked.rank()), ranked), null), run, timestamp);
        }
        reports.put(run, report.size());
    }

    /**
     * All but the newest, and the one that readers see until this run has succeeded: reports of runs that died after
     * their barriers are among the newest, too.
     */
    private void letOldReportsGo(StageBarrier barrier, long timestamp) {
        int kept = barrier.settings().reportsKept();
        List<KeyValue<String, Integer>> oldestFirst = new ArrayList<>();
        try (KeyValueIterator<String, Integer> all = reports.all()) {
            all.forEachRemaining(oldestFirst::add);
        }
        for (KeyValue<String, Integer> report : oldestFirst.subList(0, Math.max(0, oldestFirst.size() - kept))) {
            if (report.key.equals(barrier.standing())) {
                continue;
            }
            for (int rank = 1; rank <= report.value; rank++) {
                forward(
                        new Reported(new Reported.Row(new ReportKey(report.key, rank), null), null),
                        barrier.runId(),
                        timestamp);
            }
            reports.delete(report.key);
        }
    }

    private void forward(Reported reported, String run, long timestamp) {
        context.forward(new Record<>(null, reported, timestamp, RecordHeaders.of(run)));
    }
}

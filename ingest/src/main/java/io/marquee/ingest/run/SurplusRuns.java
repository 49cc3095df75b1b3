package io.marquee.ingest.run;

import io.marquee.records.PipelineRun;
import io.marquee.records.RunState;
import io.marquee.records.SourceCounts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Tells which of the runs in {@code pipeline-runs}, folded in the order of that topic, need stay no longer. It keeps
 * a few bytes for each, of which {@link Retention} bounds the number. Not thread-safe.
 */
final class SurplusRuns {

    private final NavigableMap<String, Stored> runs = new TreeMap<>();

    /** What decides whether a run stays. */
    private record Stored(RunState state, boolean reported, boolean readFilms, boolean readWikipedia) {

        private boolean isUnchanged() {
            return state == RunState.UNCHANGED;
        }
    }

    /** Takes up what a run wrote last, or wrote before that. */
    void add(PipelineRun run) {
        runs.put(
                run.runId(),
                new Stored(run.state(), run.reportRows() != null, read(run.films()), read(run.wikipedia())));
    }

    private static boolean read(SourceCounts counts) {
        return counts != null && counts.changed();
    }

    /** A run was let go. */
    void remove(String runId) {
        runs.remove(runId);
    }

    /**
     * The runs to be let go, the oldest first. Never one that has not ended, the newest, the one whose report readers
     * see, the last that read a source, or one whose report is kept.
     *
     * @param reportsKept how many reports stay
     */
    List<String> of(Retention retention, int reportsKept) {
        Set<String> kept = new HashSet<>();
        kept.addAll(newest(1, run -> true));
        kept.addAll(newest(runs.size(), run -> run.state() == RunState.RUNNING));
        kept.addAll(newest(1, run -> run.state() == RunState.SUCCEEDED));
        kept.addAll(newest(1, Stored::readFilms));
        kept.addAll(newest(1, Stored::readWikipedia));
        kept.addAll(newest(reportsKept, Stored::reported));
        kept.addAll(newest(retention.runs(), run -> !run.isUnchanged()));
        kept.addAll(newest(retention.unchanged(), Stored::isUnchanged));
        return runs.keySet().stream().filter(run -> !kept.contains(run)).toList();
    }

    private List<String> newest(int most, Predicate<Stored> which) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, Stored> run : runs.descendingMap().entrySet()) {
            if (found.size() == most) {
                break;
            }
            if (which.test(run.getValue())) {
                found.add(run.getKey());
            }
        }
        return found;
    }
}

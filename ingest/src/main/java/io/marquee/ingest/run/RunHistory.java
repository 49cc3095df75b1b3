package io.marquee.ingest.run;

import io.marquee.ingest.source.Fingerprint;
import io.marquee.records.PipelineRun;
import io.marquee.records.RunSettings;
import io.marquee.records.RunState;
import io.marquee.records.SourceCounts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What earlier runs left behind, folded from {@code pipeline-runs} in the order of that topic. It keeps no run but the
 * newest and those that have not ended. Not thread-safe.
 */
final class RunHistory {

    private final Map<String, PipelineRun> unfinished = new TreeMap<>();
    private final Known films = new Known(PipelineRun::films);
    private final Known wikipedia = new Known(PipelineRun::wikipedia);
    private PipelineRun newest;
    private String standing;

    /** Takes up what a run wrote last, or wrote before that. */
    void add(PipelineRun run) {
        if (run.state() == RunState.RUNNING) {
            unfinished.put(run.runId(), run);
        } else {
            unfinished.remove(run.runId());
        }
        films.add(run);
        wikipedia.add(run);
        // Not the last that was written: a run that died is written as failed by the one after it.
        if (newest == null || newest.runId().compareTo(run.runId()) <= 0) {
            newest = run;
        }
        if (run.state() == RunState.SUCCEEDED && (standing == null || standing.compareTo(run.runId()) <= 0)) {
            standing = run.runId();
        }
    }

    /** The run that started last, if there was one. */
    Optional<PipelineRun> newest() {
        return Optional.ofNullable(newest);
    }

    /** Runs that started and never ended: they have died. */
    List<PipelineRun> died() {
        return new ArrayList<>(unfinished.values());
    }

    /** The films as the report has them; empty if they have to be read. */
    Optional<Fingerprint> films() {
        return films.fingerprint();
    }

    /** The pages as the report has them; empty if they have to be read. */
    Optional<Fingerprint> wikipedia() {
        return wikipedia.fingerprint();
    }

    /** The pages that were last read from end to end, whatever came after. */
    Optional<Fingerprint> lastWikipedia() {
        return wikipedia.last;
    }

    /** The run whose report readers see: the newest that succeeded. */
    Optional<String> standing() {
        return Optional.ofNullable(standing);
    }

    /**
     * Whether the newest run ended well and had these settings, so that a run over the same sources changes nothing. A
     * run with findings did not, whether its report is shown or not: the next one looks again.
     */
    boolean standsWith(RunSettings settings) {
        return newest != null
                && (newest.state() == RunState.SUCCEEDED || newest.state() == RunState.UNCHANGED)
                && newest.error() == null
                && settings.equals(newest.settings());
    }

    /** A moment for the next run to start, now if the clock is right: ids must grow, even if the clock goes back. */
    Instant startAfter(Instant now) {
        Instant start = now.truncatedTo(ChronoUnit.MILLIS);
        if (newest == null || newest.startedAt() == null) {
            return start;
        }
        Instant least = newest.startedAt().truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
        return start.isBefore(least) ? least : start;
    }

    /** The state of one source that the report rests on. */
    private static final class Known {

        private final Function<PipelineRun, SourceCounts> source;
        private String readBy;
        private Optional<Fingerprint> fingerprint = Optional.empty();
        private Optional<Fingerprint> last = Optional.empty();

        private Known(Function<PipelineRun, SourceCounts> source) {
            this.source = source;
        }

        private void add(PipelineRun run) {
            SourceCounts counts = source.apply(run);
            if (counts == null) {
                return;
            }
            if (counts.changed() && (readBy == null || readBy.compareTo(run.runId()) <= 0)) {
                // From when it begins to read, a run may have replaced anything; only its end says what there is. Of a
                // suspect run all was read and seen: to read it again would bring the same.
                readBy = run.runId();
                fingerprint = run.state() == RunState.SUCCEEDED || run.state() == RunState.SUSPECT
                        ? parse(counts)
                        : Optional.empty();
                last = fingerprint.or(() -> last);
            } else if (!counts.changed() && fingerprint.isPresent() && counts.fingerprint() != null) {
                // A run that found the source unchanged: the same content, perhaps at another place or time.
                fingerprint = parse(counts).or(() -> fingerprint);
            }
        }

        private static Optional<Fingerprint> parse(SourceCounts counts) {
            return Optional.ofNullable(counts.fingerprint()).flatMap(Fingerprint::parse);
        }

        private Optional<Fingerprint> fingerprint() {
            return fingerprint;
        }
    }
}

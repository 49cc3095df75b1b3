package io.marquee.ops.console;

import io.marquee.ingest.run.Progress.Stage;
import io.marquee.records.RunId;
import io.marquee.records.RunProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A run as its records of progress tell it so far.
 *
 * @param newest what it told last
 * @param seconds how long it has been in each stage, up to what it told last
 * @param recent what it told in the last moments of the same work, the oldest first
 */
record LiveRun(RunProgress newest, Map<Stage, Double> seconds, List<RunProgress> recent) {

    private static final Duration WINDOW = Duration.ofSeconds(15);
    private static final double LEAST_SECONDS = 0.5;

    LiveRun {
        seconds = Map.copyOf(seconds);
        recent = List.copyOf(recent);
    }

    /**
     * Does nothing, unless a record is one that this program does not understand.
     *
     * @throws IllegalArgumentException for a stage that is none
     * @throws java.time.DateTimeException for an id that is no run's
     */
    static void requireReadable(RunProgress told) {
        if (RunId.start(told.runId()).isAfter(told.at())) {
            throw new IllegalArgumentException("run " + told.runId() + " tells of a moment before it began");
        }
        if (!told.stage().equals(RunProgress.ENDED)) {
            var unused = stage(told);
        }
    }

    /** A run of which one record is known. */
    static LiveRun begin(RunProgress first) {
        return new LiveRun(first, Map.of(), List.of(first));
    }

    String runId() {
        return newest.runId();
    }

    /** What it is doing. */
    Stage stage() {
        return stage(newest);
    }

    private static Stage stage(RunProgress told) {
        return Stage.valueOf(told.stage().toUpperCase(Locale.ROOT));
    }

    /** The same run with what it told next. */
    LiveRun with(RunProgress next) {
        Map<Stage, Double> grown = new EnumMap<>(Stage.class);
        grown.putAll(seconds);
        grown.merge(stage(), seconds(newest, next), Double::sum);
        List<RunProgress> kept = new ArrayList<>();
        if (isSameWork(newest, next)) {
            recent.stream()
                    .filter(told -> told.at().isAfter(next.at().minus(WINDOW)))
                    .forEach(kept::add);
        }
        kept.add(next);
        return new LiveRun(next, grown, kept);
    }

    private static boolean isSameWork(RunProgress one, RunProgress other) {
        return one.stage().equals(other.stage())
                && Objects.equals(one.source(), other.source())
                && Objects.equals(one.file(), other.file());
    }

    private static double seconds(RunProgress from, RunProgress to) {
        return Math.max(0, Duration.between(from.at(), to.at()).toMillis() / 1000.0);
    }

    /** Of what {@link RunProgress#done()} counts; null while it is not known. */
    Double unitsPerSecond() {
        return rate(recent.get(0).done(), newest.done());
    }

    /** Null while it is not known. */
    Double recordsPerSecond() {
        return rate(recent.get(0).records(), newest.records());
    }

    private Double rate(long before, long now) {
        double span = seconds(recent.get(0), newest);
        return span < LEAST_SECONDS || now < before ? null : (now - before) / span;
    }

    /** Until this file, or this stage, is done; null while it is not known. */
    Double secondsLeft() {
        Double rate = unitsPerSecond();
        return rate == null || rate <= 0 || newest.total() <= newest.done()
                ? null
                : (newest.total() - newest.done()) / rate;
    }

    /** How long it has been in a stage at a moment; null if it has not been in it. */
    Double secondsIn(Stage stage, Instant moment) {
        Double before = seconds.get(stage);
        if (stage != stage()) {
            return before;
        }
        double since = Math.max(0, Duration.between(newest.at(), moment).toMillis() / 1000.0);
        return (before == null ? 0 : before) + since;
    }
}

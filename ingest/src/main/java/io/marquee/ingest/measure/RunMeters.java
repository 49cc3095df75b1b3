package io.marquee.ingest.measure;

import io.marquee.ingest.run.Progress;
import io.marquee.records.PipelineRun;
import io.marquee.records.RunState;
import io.marquee.records.StageTimes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The meters of runs: how they end, how long they take, what they bring. One run at a time. */
public final class RunMeters {

    private static final List<RunState> ENDS =
            List.of(RunState.SUCCEEDED, RunState.UNCHANGED, RunState.SUSPECT, RunState.FAILED);
    private static final List<String> STAGES =
            List.of("fetching", "checking", "reading_films", "reading_pages", "processing", "verifying");
    private static final double MILLISECONDS_PER_SECOND = 1000;

    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<RunState, Timer> durations = new EnumMap<>(RunState.class);
    private final Map<RunState, Figure> last = new EnumMap<>(RunState.class);
    private final Map<String, Figure> stages = new LinkedHashMap<>();
    private final Figure inProgress;
    private final Figure lastSuccess;
    private final Figure films;
    private final Figure linked;
    private final Figure ranked;
    private final Figure reportRows;
    private final Figure rejectedFilms;
    private final Figure rejectedPages;

    /**
     * @param registry where the meters are
     * @param clock tells when a run starts and ends
     */
    public RunMeters(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        for (RunState state : ENDS) {
            Tags tags = Tags.of("state", name(state));
            // All are there from the start, so that the first run of a state is an increase.
            durations.put(
                    state,
                    Timer.builder("marquee.run")
                            .description("How long runs took")
                            .tags(tags)
                            .register(registry));
            last.put(state, figure("marquee.last.run.state", null, "1: the last run ended so", tags));
            registry.counter("marquee.runs", tags);
        }
        for (String stage : STAGES) {
            stages.put(
                    stage,
                    figure(
                            "marquee.last.run.stage",
                            "seconds",
                            "How long the last run was in the stage",
                            Tags.of("stage", stage)));
        }
        inProgress = figure("marquee.run.in.progress", null, "1 while a run is on", Tags.empty());
        lastSuccess = figure(
                "marquee.last.success.timestamp",
                "seconds",
                "When a run last succeeded or found nothing new; 0: never since the process started",
                Tags.empty());
        films = figure("marquee.films", null, "Films there are", Tags.empty());
        linked = figure("marquee.films.linked", null, "Films with a Wikipedia page", Tags.empty());
        ranked = figure("marquee.films.ranked", null, "Films that could be ranked", Tags.empty());
        reportRows = figure("marquee.report.rows", null, "Rows of the last report", Tags.empty());
        rejectedFilms = rejected("films");
        rejectedPages = rejected("wikipedia");
        inProgress.set(0);
        lastSuccess.set(0);
    }

    private Figure rejected(String source) {
        return figure(
                "marquee.rejected",
                null,
                "Records of the source that its last reading could not use",
                Tags.of("source", source));
    }

    private Figure figure(String name, String unit, String description, Tags tags) {
        return Figure.of(registry, name, unit, description, tags);
    }

    /**
     * A run begins. Close what comes back when it has ended, however it did.
     *
     * @param told is told how far the run is, too
     */
    public Measured begin(Progress told) {
        inProgress.set(1);
        return new Measured(new MeteredProgress(registry, told));
    }

    /** A run that is on; one that is closed without an end has failed. */
    public final class Measured implements AutoCloseable {

        private final Progress progress;
        private final Instant start = clock.instant();
        private RunState state = RunState.FAILED;

        private Measured(Progress progress) {
            this.progress = progress;
        }

        /** To be told how far the run is. */
        public Progress progress() {
            return progress;
        }

        /** The run has ended, and this is how. */
        public PipelineRun ended(PipelineRun run) {
            state = run.state();
            if (run.films().changed()) {
                rejectedFilms.setIfKnown(run.films().rejected());
            }
            if (run.wikipedia().changed()) {
                rejectedPages.setIfKnown(run.wikipedia().rejected());
            }
            films.setIfKnown(run.filmCount());
            linked.setIfKnown(run.matched());
            ranked.setIfKnown(run.ranked());
            reportRows.setIfKnown(run.reportRows());
            times(run.times());
            return run;
        }

        @Override
        public void close() {
            Instant end = clock.instant();
            durations.get(state).record(Duration.between(start, end));
            registry.counter("marquee.runs", "state", name(state)).increment();
            last.forEach((each, shown) -> shown.set(each == state ? 1 : 0));
            if (state == RunState.SUCCEEDED || state == RunState.UNCHANGED) {
                lastSuccess.set(end.toEpochMilli() / MILLISECONDS_PER_SECOND);
            }
            inProgress.set(0);
        }
    }

    /** A stage that the run did not need took no time. */
    private void times(StageTimes times) {
        stages.get("fetching").set(orZero(times.fetchingSeconds()));
        stages.get("checking").set(orZero(times.checkingSeconds()));
        stages.get("reading_films").set(orZero(times.readingFilmsSeconds()));
        stages.get("reading_pages").set(orZero(times.readingPagesSeconds()));
        stages.get("processing").set(orZero(times.processingSeconds()));
        stages.get("verifying").set(orZero(times.verifyingSeconds()));
    }

    private static double orZero(Double seconds) {
        return seconds == null ? 0 : seconds;
    }

    private static String name(RunState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}

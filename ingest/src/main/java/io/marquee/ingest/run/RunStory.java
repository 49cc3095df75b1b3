package io.marquee.ingest.run;

import io.marquee.ingest.fetch.Location;
import io.marquee.records.PipelineRun;
import io.marquee.records.RunState;
import io.marquee.records.RunTotals;
import io.marquee.records.SourceCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What there is to tell of a run so far. Not thread-safe. */
final class RunStory {

    private final String runId;
    private final Instant startedAt;
    private final RunRequest request;
    private final StageClock stages = new StageClock(System::nanoTime);
    private SourceCounts films;
    private SourceCounts wikipedia;
    private RunTotals totals;

    RunStory(String runId, Instant startedAt, RunRequest request) {
        this.runId = runId;
        this.startedAt = startedAt;
        this.request = request;
        this.films = SourceCounts.of(Location.shown(request.films()));
        this.wikipedia = SourceCounts.of(
                request.wikipedia().stream().map(Location::shown).collect(Collectors.joining(",")));
    }

    /** A stage begins, and the one before it ends. */
    void begin(RunStage stage) {
        stages.begin(stage);
    }

    SourceCounts films() {
        return films;
    }

    SourceCounts wikipedia() {
        return wikipedia;
    }

    void films(SourceCounts counts) {
        films = counts;
    }

    void wikipedia(SourceCounts counts) {
        wikipedia = counts;
    }

    /** Takes up what the stream processor counted. */
    void totals(RunTotals counted) {
        totals = counted;
        films = films.withSeen(counted.filmsSeen());
        wikipedia = wikipedia.withSeen(counted.pagesSeen());
    }

    /** What does not add up, to read; empty if the run is good. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        check("films", films, problems);
        check("wikipedia", wikipedia, problems);
        if (totals != null && totals.problems() != null) {
            problems.addAll(totals.problems());
        }
        return problems;
    }

    private static void check(String source, SourceCounts counts, List<String> problems) {
        if (!counts.addsUp()) {
            problems.add(source + ": read " + counts.read() + ", published " + counts.published() + ", rejected "
                    + counts.rejected() + ", seen by the stream processor " + counts.seen());
        }
    }

    PipelineRun running() {
        return row(RunState.RUNNING, null, null);
    }

    PipelineRun ended(RunState state, Instant endedAt, String error) {
        return row(state, endedAt, error);
    }

    private PipelineRun row(RunState state, Instant endedAt, String error) {
        return new PipelineRun(
                runId,
                state,
                request.reason(),
                startedAt,
                endedAt,
                error,
                films,
                wikipedia,
                totals == null ? null : totals.films(),
                totals == null ? null : totals.matched(),
                totals == null ? null : totals.ranked(),
                totals == null ? null : totals.reportRows(),
                request.settings(),
                stages.times());
    }
}

package io.marquee.records;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * The story of a run; flat on the topic, with {@code films_} and {@code wikipedia_} before the counts of the sources.
 *
 * @param runId see {@link RunId}
 * @param state how far it is
 * @param reason what started it: {@code command}, {@code schedule}, {@code trigger}
 * @param startedAt when it started
 * @param endedAt when it ended
 * @param error what went wrong or was found suspect, one line
 * @param films what it did with the films
 * @param wikipedia what it did with the pages
 * @param filmCount films there are
 * @param matched films with a page
 * @param ranked films that could be ranked
 * @param reportRows rows of the report
 * @param settings what it was asked for
 * @param times how long its stages took
 */
public record PipelineRun(
        String runId,
        RunState state,
        String reason,
        Instant startedAt,
        Instant endedAt,
        String error,
        @JsonUnwrapped(prefix = "films_") SourceCounts films,
        @JsonUnwrapped(prefix = "wikipedia_") SourceCounts wikipedia,
        Long filmCount,
        Long matched,
        Long ranked,
        Integer reportRows,
        @JsonUnwrapped RunSettings settings,
        @JsonUnwrapped StageTimes times) {

    /** The same run at its end. */
    public PipelineRun ended(RunState endState, Instant end, String why) {
        return new PipelineRun(
                runId,
                endState,
                reason,
                startedAt,
                end,
                why,
                films,
                wikipedia,
                filmCount,
                matched,
                ranked,
                reportRows,
                settings,
                times);
    }
}

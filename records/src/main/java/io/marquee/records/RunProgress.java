package io.marquee.records;

import java.time.Instant;

/**
 * How far a run is at one moment; key {@link RunKey}. There is one at each change of stage, source or file, one a second
 * between, and one at the end, if the broker takes them quickly: whoever needs to be sure reads {@link PipelineRun}.
 *
 * @param runId see {@link RunId}
 * @param at when
 * @param stage {@code fetching}, {@code checking}, {@code scanning}, {@code publishing}, {@code processing} or
 *     {@code verifying}; {@link #ENDED} once the run's story is complete, however it ended
 * @param source {@code films} or {@code wikipedia}; null where it is both or neither
 * @param file the name of the file that is fetched or read, or null
 * @param done bytes of the file as it is stored; in {@code processing}, records that the processor has taken up
 * @param total of those; 0 if it is not known
 * @param records read so far of the file; in {@code processing} the same as done
 */
public record RunProgress(
        String runId, Instant at, String stage, String source, String file, long done, long total, long records) {

    /** The stage of a run that has ended. */
    public static final String ENDED = "ended";
}

package io.marquee.records;

/**
 * How long each stage of a run took, in seconds; null for a stage that it did not reach or did not need.
 *
 * @param fetchingSeconds bringing sources from elsewhere
 * @param checkingSeconds looking whether the sources have changed
 * @param readingFilmsSeconds reading and publishing the films
 * @param readingPagesSeconds reading and publishing the pages
 * @param processingSeconds waiting for the stream processor once all was published
 * @param verifyingSeconds waiting for the tables, and looking at what is in them
 */
public record StageTimes(
        Double fetchingSeconds,
        Double checkingSeconds,
        Double readingFilmsSeconds,
        Double readingPagesSeconds,
        Double processingSeconds,
        Double verifyingSeconds) {

    /** Before any stage has begun. */
    public static final StageTimes NONE = new StageTimes(null, null, null, null, null, null);
}

package io.marquee.ingest.run;

/**
 * What the steps of one run share.
 *
 * @param runId see {@link io.marquee.records.RunId}
 * @param limits when to give up
 * @param progress is told how far the run is
 * @param cancellation may stop it
 * @param verification looks at what the run has made
 */
record RunSession(
        String runId, RunLimits limits, Progress progress, Cancellation cancellation, Verification verification) {}

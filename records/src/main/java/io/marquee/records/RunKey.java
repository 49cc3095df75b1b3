package io.marquee.records;

/**
 * Key of what there is once per run.
 *
 * @param runId see {@link RunId}
 */
public record RunKey(String runId) {}

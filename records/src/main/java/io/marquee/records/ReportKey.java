package io.marquee.records;

/**
 * Key of a report's row.
 *
 * @param runId see {@link RunId}
 * @param rank 1 for the first
 */
public record ReportKey(String runId, int rank) {}

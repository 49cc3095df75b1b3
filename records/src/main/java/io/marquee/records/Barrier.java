package io.marquee.records;

/**
 * The record that closes a run in one partition of {@code films} or {@code pages}.
 *
 * @param runId see {@link RunId}
 * @param partition the partition it closes
 * @param partitions how many partitions the topic has: as many barriers close the run
 * @param records how many films or pages the run sent to this partition; {@link OtherPages} count as many
 * @param read whether the run read the source; if not, the source has not changed and nothing is to be dropped
 * @param settings what the run was asked for
 * @param standing the run whose report readers see until this one has succeeded, or null; it must not be let go before
 */
public record Barrier(
        String runId,
        int partition,
        int partitions,
        long records,
        boolean read,
        RunSettings settings,
        String standing) {}

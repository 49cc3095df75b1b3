package io.marquee.ingest.run;

import io.marquee.ingest.pages.ReaderThreads;
import java.time.Duration;

/**
 * When a run gives up, what it may use, and how much it lets stay.
 *
 * @param maxRejected how many records of one source may be rejected, at least 0
 * @param stallTimeout how long the stream processor may show no sign of work
 * @param readerThreads threads that unpack and parse a dump, at least 1
 * @param retention how much of what was stays
 */
public record RunLimits(int maxRejected, Duration stallTimeout, int readerThreads, Retention retention) {

    /** The limits that hold where nothing else is said. */
    public static final RunLimits DEFAULT =
            new RunLimits(100_000, Duration.ofMinutes(10), ReaderThreads.usual(), Retention.DEFAULT);

    /** @throws IllegalArgumentException for a number out of its range */
    public RunLimits {
        if (maxRejected < 0) {
            throw new IllegalArgumentException("max-rejected must be at least 0, not " + maxRejected);
        }
        if (stallTimeout.isNegative() || stallTimeout.isZero()) {
            throw new IllegalArgumentException("the stall timeout must be longer than 0, not " + stallTimeout);
        }
        if (readerThreads < 1) {
            throw new IllegalArgumentException("reader-threads must be at least 1, not " + readerThreads);
        }
    }
}

package io.marquee.ingest.run;

import java.time.Duration;

/**
 * When a run gives up.
 *
 * @param maxRejected how many records of one source may be rejected, at least 0
 * @param stallTimeout how long the stream processor may show no sign of work
 */
public record RunLimits(int maxRejected, Duration stallTimeout) {

    /** The limits that hold where nothing else is said. */
    public static final RunLimits DEFAULT = new RunLimits(100_000, Duration.ofMinutes(10));

    /** @throws IllegalArgumentException for a number out of its range */
    public RunLimits {
        if (maxRejected < 0) {
            throw new IllegalArgumentException("max-rejected must be at least 0, not " + maxRejected);
        }
        if (stallTimeout.isNegative() || stallTimeout.isZero()) {
            throw new IllegalArgumentException("the stall timeout must be longer than 0, not " + stallTimeout);
        }
    }
}

package io.marquee.ingest.fetch;

import java.time.Duration;

/**
 * When fetching gives up.
 *
 * @param attempts how many in a row may bring nothing new, at least 1
 * @param stall how long no byte may come before the connection counts as broken
 * @param total how long one file may take, pauses included
 */
public record FetchLimits(int attempts, Duration stall, Duration total) {

    /** The limits that hold where nothing else is said. */
    public static final FetchLimits DEFAULT = new FetchLimits(8, Duration.ofSeconds(60), Duration.ofHours(24));

    /** @throws IllegalArgumentException for a number out of its range */
    public FetchLimits {
        if (attempts < 1 || stall.isNegative() || stall.isZero() || total.isNegative() || total.isZero()) {
            throw new IllegalArgumentException("limits of fetching must be larger than 0");
        }
    }
}

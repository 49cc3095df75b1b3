package io.marquee.ingest.run;

import io.marquee.records.Topics;
import java.time.Duration;

/**
 * How much of what was stays.
 *
 * @param runs how many runs that did something, or failed, stay in the history, at least 1
 * @param unchanged how many runs that found nothing changed stay in the history, at least 1
 * @param topics how long records stay in the topics {@link Topics#PASSING}, unless a newer reading replaces them
 */
public record Retention(int runs, int unchanged, Duration topics) {

    /** What holds where nothing else is said: of hourly runs, a week of those that found nothing changed. */
    public static final Retention DEFAULT = new Retention(1000, 168, Topics.USUAL_RETENTION);

    /** @throws IllegalArgumentException for a number out of its range */
    public Retention {
        if (runs < 1 || unchanged < 1) {
            throw new IllegalArgumentException(
                    "at least 1 run of each kind must be kept, not " + runs + " and " + unchanged);
        }
        if (topics.isNegative() || topics.isZero()) {
            throw new IllegalArgumentException("records must stay longer than 0, not " + topics);
        }
    }
}

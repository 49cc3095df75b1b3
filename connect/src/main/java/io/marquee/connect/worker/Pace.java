package io.marquee.connect.worker;

import java.time.Duration;
import java.util.Optional;

/** How often a connector is restarted that lost its database, and for how long. */
public enum Pace {

    /** Thirty attempts, one a second: the database is on the same machine. */
    QUICK_ATTEMPTS(30, false),

    /** Some quick attempts, and then for ever, with pauses that grow up to a minute. */
    FOR_EVER(5, true);

    private static final Duration QUICK = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final int quick;
    private final boolean goesOn;

    Pace(int quick, boolean goesOn) {
        this.quick = quick;
        this.goesOn = goesOn;
    }

    /** How long to wait after so many attempts, 0 before the first; empty if there are to be no more. */
    Optional<Duration> pauseAfter(int attempts) {
        if (attempts == 0) {
            return Optional.of(Duration.ZERO);
        }
        if (attempts < quick) {
            return Optional.of(QUICK);
        }
        if (!goesOn) {
            return Optional.empty();
        }
        Duration grown = QUICK.multipliedBy(1L << Math.min(attempts - quick + 1, 10));
        return Optional.of(grown.compareTo(LONGEST) < 0 ? grown : LONGEST);
    }
}

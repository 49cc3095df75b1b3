package io.marquee.ingest.fetch;

import io.marquee.settings.UserException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Attempts something until it is done, with pauses that grow, or until the limits are reached. */
final class Retries {

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    // 2 to the power of it is more than the longest pause.
    private static final int DOUBLINGS = 16;

    private final FetchLimits limits;
    private final Clock clock;
    private final RandomGenerator random;
    private final Pauses pauses;

    Retries(FetchLimits limits, Clock clock, RandomGenerator random, Pauses pauses) {
        this.limits = limits;
        this.clock = clock;
        this.random = random;
        this.pauses = pauses;
    }

    /** Waits. */
    @FunctionalInterface
    interface Pauses {

        void pause(Duration length) throws InterruptedException;
    }

    /** Is made once or more. */
    @FunctionalInterface
    interface Attempt<T> {

        Outcome<T> make() throws IOException, InterruptedException;
    }

    /**
     * Makes attempts until one is done.
     *
     * @param shown what is fetched, for logs and errors
     * @param remedy what to do if the limits are reached
     * @throws UserException if they are
     */
    <T> T until(String shown, String remedy, Attempt<T> attempt) throws IOException, InterruptedException {
        Instant deadline = clock.instant().plus(limits.total());
        int fruitless = 0;
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Outcome<T> outcome = attempt.make();
            if (outcome instanceof Outcome.Done<T> done) {
                return done.value();
            }
            Outcome.Again<T> again = (Outcome.Again<T>) outcome;
            fruitless = again.fruitful() ? 1 : fruitless + 1;
            if (fruitless >= limits.attempts()) {
                throw new UserException(shown + " could not be fetched: " + again.reason() + " ("
                        + (fruitless == 1 ? "1 attempt" : fruitless + " attempts") + " without progress): " + remedy);
            }
            Duration pause = pause(fruitless, again.pause());
            if (clock.instant().plus(pause).isAfter(deadline)) {
                throw new UserException(shown + " could not be fetched: " + again.reason() + ", and another attempt "
                        + pause.toSeconds() + " s later is past the limit of "
                        + limits.total().toSeconds() + " s: "
                        + remedy);
            }
            LOG.warn("{}: {}; the next attempt is in {} ms", shown, again.reason(), pause.toMillis());
            pauses.pause(pause);
        }
    }

    /** Half of it is random, so that many who were cut off together do not come back together. */
    private Duration pause(int fruitless, Optional<Duration> asked) {
        Duration grown = FIRST.multipliedBy(1L << Math.min(fruitless - 1, DOUBLINGS));
        long millis = (grown.compareTo(LONGEST) > 0 ? LONGEST : grown).toMillis();
        Duration own = Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
        return asked.filter(duration -> duration.compareTo(own) > 0).orElse(own);
    }
}

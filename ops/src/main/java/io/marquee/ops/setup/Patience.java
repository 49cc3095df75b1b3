package io.marquee.ops.setup;

import io.marquee.settings.UserException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries something again and again until it works.
 *
 * @param longest after which it is given up
 */
record Patience(Duration longest) {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration SILENCE = Duration.ofSeconds(5);

    /** Makes something for which others may not be ready. */
    @FunctionalInterface
    interface Attempt<T> {

        T make() throws NotYetException, InterruptedException;
    }

    /**
     * Tries until it works, with a line in the log every some seconds.
     *
     * @throws UserException if it does not work in time, with what is missing
     */
    <T> T await(Attempt<T> attempt) throws InterruptedException {
        long start = System.nanoTime();
        long told = start - SILENCE.toNanos();
        while (true) {
            try {
                return attempt.make();
            } catch (NotYetException e) {
                long now = System.nanoTime();
                if (now - start >= longest.toNanos()) {
                    throw new UserException(
                            e.getMessage() + ": given up after " + longest.toSeconds()
                                    + " s; mend that, or give more time with --wait",
                            e);
                }
                if (now - told >= SILENCE.toNanos()) {
                    LOG.info("waiting: {}", e.getMessage());
                    told = now;
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }
}

package io.marquee.ingest.fetch;

import java.time.Duration;
import java.util.Optional;

/** How one attempt ended; what cannot be mended by another attempt is thrown instead. */
sealed interface Outcome<T> {

    /** It is done. */
    record Done<T>(T value) implements Outcome<T> {}

    /**
     * Another attempt may do it.
     *
     * @param reason what went wrong, such as {@code it broke off after 5 of 9 bytes}
     * @param pause how long the server asks to wait
     * @param fruitful whether the attempt brought more than all before it
     */
    record Again<T>(String reason, Optional<Duration> pause, boolean fruitful) implements Outcome<T> {}

    /** Another attempt may do it; this one brought nothing. */
    static <T> Outcome<T> again(String reason) {
        return new Again<>(reason, Optional.empty(), false);
    }
}

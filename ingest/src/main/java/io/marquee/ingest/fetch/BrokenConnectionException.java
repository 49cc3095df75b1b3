package io.marquee.ingest.fetch;

import java.io.IOException;
import java.time.Duration;

/** A server could not be reached, or stopped sending. Any other {@link IOException} is of this machine's disk. */
final class BrokenConnectionException extends IOException {

    BrokenConnectionException(String message) {
        super(message);
    }

    BrokenConnectionException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Nothing came for too long. */
    static BrokenConnectionException stalled(Duration stall) {
        String length = stall.toSeconds() > 0 ? stall.toSeconds() + " s" : stall.toMillis() + " ms";
        return new BrokenConnectionException("no byte came for " + length);
    }
}

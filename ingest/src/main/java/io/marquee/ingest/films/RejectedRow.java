package io.marquee.ingest.films;

/** A row cannot be a film; the message says why. */
final class RejectedRow extends Exception {

    RejectedRow(String reason) {
        super(reason);
    }

    RejectedRow(String reason, Throwable cause) {
        super(reason, cause);
    }
}

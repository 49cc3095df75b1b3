package io.marquee.ops.setup;

/** What is needed is not there yet, and may be soon. */
final class NotYetException extends Exception {

    private static final long serialVersionUID = 1;

    /** @param message what is not there, and why, in one line that a remedy can follow */
    NotYetException(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.marquee.settings;

/**
 * An error that its reader can mend: one line that says what is wrong, where, and what to do.
 *
 * <p>Commands print the message without a stack trace and end with exit code 2.
 */
public final class UserException extends RuntimeException {

    /** @param message one line: what is wrong, where, and the remedy */
    public UserException(String message) {
        super(message);
    }

    /**
     * @param message one line: what is wrong, where, and the remedy
     * @param cause what was thrown; it goes to the log file only
     */
    public UserException(String message, Throwable cause) {
        super(message, cause);
    }
}

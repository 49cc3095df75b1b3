package io.marquee.connect.worker;

/** A Connect worker does not do what it was asked. */
public final class WorkerException extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean passing;

    WorkerException(String message, boolean passing, Throwable cause) {
        super(message, cause);
        this.passing = passing;
    }

    /** Whether it may do it soon: it does not answer yet, or is busy with something else. */
    public boolean isPassing() {
        return passing;
    }
}

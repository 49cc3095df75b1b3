package io.marquee.ingest.run;

/** The run was stopped from outside before its end. */
public final class RunStoppedException extends RuntimeException {

    RunStoppedException() {
        super("stopped before its end");
    }
}

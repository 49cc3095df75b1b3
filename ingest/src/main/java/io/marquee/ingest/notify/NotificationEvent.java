package io.marquee.ingest.notify;

import io.marquee.records.PipelineRun;
import io.marquee.records.RunState;
import java.util.Optional;

/** What somebody may want to be told. */
public enum NotificationEvent {
    /** A run failed, or had died. */
    FAILED,
    /** Verification found something wrong in what a run made, whether its report is shown or not. */
    SUSPECT,
    /** A run ended well after one that had not. */
    RECOVERED;

    /**
     * What there is to tell of a run that ended.
     *
     * @param run that ended
     * @param before the run before it, if there was one
     */
    static Optional<NotificationEvent> of(PipelineRun run, Optional<PipelineRun> before) {
        if (run.state() == RunState.FAILED) {
            return Optional.of(FAILED);
        }
        if (run.error() != null) {
            return Optional.of(SUSPECT);
        }
        return before.filter(earlier -> earlier.error() != null).map(earlier -> RECOVERED);
    }
}

package io.marquee.ingest.run;

import io.marquee.records.PipelineRun;
import java.util.List;

/** Looks at what a run has made, before it counts as good and readers see its report. */
@FunctionalInterface
public interface Verification {

    /** Looks at nothing. */
    Verification NONE = run -> List.of();

    /**
     * Looks at a run whose sums add up and whose report is published.
     *
     * @param run its story up to now
     * @return what is wrong, a line each; empty if nothing is
     * @throws io.marquee.settings.UserException if it cannot look: the run fails
     * @throws InterruptedException if the thread is interrupted
     */
    List<String> findings(PipelineRun run) throws InterruptedException;

    /** Whether the report of a run with findings is shown nevertheless. */
    default boolean showsSuspect() {
        return false;
    }
}

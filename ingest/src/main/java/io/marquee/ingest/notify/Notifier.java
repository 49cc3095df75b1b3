package io.marquee.ingest.notify;

import io.marquee.records.PipelineRun;
import java.util.Optional;

/** Is told how runs end; never changes it, whatever comes of the telling. */
public interface Notifier {

    /** Tells nobody. */
    Notifier NONE = new Notifier() {
        @Override
        public void ended(PipelineRun run, Optional<PipelineRun> before) {}

        @Override
        public void failed(String error) {}
    };

    /**
     * A run ended.
     *
     * @param run that ended, and was not stopped by its operator
     * @param before the run before it, if there was one
     */
    void ended(PipelineRun run, Optional<PipelineRun> before);

    /**
     * A run failed of which there is no story: it could not begin, or a service below it stopped.
     *
     * @param error in one line
     */
    void failed(String error);
}

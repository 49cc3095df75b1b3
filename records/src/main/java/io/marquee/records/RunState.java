package io.marquee.records;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a run is. */
public enum RunState {
    /** Started and not ended; or died, if a newer run has started. */
    @JsonProperty("running")
    RUNNING,
    /** Complete: its sums are right and its report is published. */
    @JsonProperty("succeeded")
    SUCCEEDED,
    /** Ended without reading: neither the sources nor the settings had changed. */
    @JsonProperty("unchanged")
    UNCHANGED,
    /** Ended with an error; the report before it stands. */
    @JsonProperty("failed")
    FAILED
}

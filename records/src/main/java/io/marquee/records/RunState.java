package io.marquee.records;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a run is. */
public enum RunState {
    /** Started and not ended; or died, if a newer run has started. */
    @JsonProperty("running")
    RUNNING,
    /** Complete: its sums are right and its report is published. With an error: shown in spite of what was found. */
    @JsonProperty("succeeded")
    SUCCEEDED,
    /** Ended without reading: neither the sources nor the settings had changed. */
    @JsonProperty("unchanged")
    UNCHANGED,
    /** Complete, but what it made breaks a rule: the report before it stands, its own is kept as history. */
    @JsonProperty("suspect")
    SUSPECT,
    /** Ended with an error; the report before it stands. */
    @JsonProperty("failed")
    FAILED
}

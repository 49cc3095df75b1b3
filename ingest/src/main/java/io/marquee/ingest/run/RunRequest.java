package io.marquee.ingest.run;

import io.marquee.records.RunSettings;
import java.util.List;

/**
 * What a run is asked for.
 *
 * @param films location of the films
 * @param wikipedia locations of the parts of the dump, at least one
 * @param settings of the report
 * @param reason what started it: {@code command}, {@code schedule}, {@code trigger}
 */
public record RunRequest(String films, List<String> wikipedia, RunSettings settings, String reason) {

    /** Keeps a copy of the list. */
    public RunRequest {
        wikipedia = List.copyOf(wikipedia);
    }

    /** The same for another reason. */
    public RunRequest because(String otherReason) {
        return new RunRequest(films, wikipedia, settings, otherReason);
    }
}

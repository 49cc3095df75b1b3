package io.marquee.ingest.run;

import io.marquee.ingest.films.FilmReader;
import io.marquee.ingest.pages.PageSource;
import io.marquee.ingest.source.Source;
import io.marquee.ingest.source.Sources;
import io.marquee.records.RunSettings;
import io.marquee.settings.UserException;
import java.io.IOException;
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

    /**
     * Looks at the beginning of each source, so that a long reading does not end at a file that is none of its kind.
     *
     * @throws UserException for a source that is missing, empty, packed in an unknown way, or another document
     */
    public void probe() throws IOException {
        new FilmReader(Sources.of(films), 0).probe();
        for (Source part : Sources.of(wikipedia)) {
            new PageSource(part).probe();
        }
    }
}

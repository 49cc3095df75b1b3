package io.marquee.ingest.run;

import io.marquee.ingest.fetch.FetchProgress;
import io.marquee.ingest.fetch.FetchSettings;
import io.marquee.ingest.fetch.Fetcher;
import io.marquee.ingest.fetch.Location;
import io.marquee.ingest.films.FilmReader;
import io.marquee.ingest.pages.PageSource;
import io.marquee.ingest.source.Source;
import io.marquee.ingest.source.Sources;
import io.marquee.records.RunSettings;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a run is asked for.
 *
 * @param films location of the films
 * @param wikipedia locations of the parts of the dump, at least one
 * @param settings of the report
 * @param reason what started it: {@code command}, {@code schedule}, {@code trigger}
 * @param fetch how sources that are elsewhere are fetched
 * @param reading how sources are read
 */
public record RunRequest(
        String films,
        List<String> wikipedia,
        RunSettings settings,
        String reason,
        FetchSettings fetch,
        Reading reading) {

    /** Keeps a copy of the list. */
    public RunRequest {
        wikipedia = List.copyOf(wikipedia);
    }

    /** Read as is usual. */
    public RunRequest(String films, List<String> wikipedia, RunSettings settings, String reason, FetchSettings fetch) {
        this(films, wikipedia, settings, reason, fetch, Reading.USUAL);
    }

    /** What is fetched, if anything, is kept in the folder {@code downloads} of the current directory. */
    public RunRequest(String films, List<String> wikipedia, RunSettings settings, String reason) {
        this(films, wikipedia, settings, reason, FetchSettings.in(Path.of("downloads")));
    }

    /** The same for another reason. */
    public RunRequest because(String otherReason) {
        return new RunRequest(films, wikipedia, settings, otherReason, fetch, reading);
    }

    /**
     * The same with every source on this machine; what is elsewhere is fetched, unless it is here and has not changed.
     *
     * @param progress is told how far downloads are
     * @throws UserException for a source that cannot be had
     * @throws InterruptedException if the thread is interrupted
     */
    public RunRequest fetched(FetchProgress progress) throws InterruptedException {
        Fetcher fetcher = new Fetcher(fetch);
        String localFilms = fetcher.fetch(List.of(films), progress).get(0);
        return new RunRequest(localFilms, fetcher.fetch(wikipedia, progress), settings, reason, fetch, reading);
    }

    /**
     * Looks at the beginning of each source that is on this machine, so that a long reading does not end at a file that
     * is none of its kind. Of what is elsewhere only the location is looked at.
     *
     * @throws UserException for a source that is missing, empty, packed in an unknown way, or another document
     */
    public void probe() throws IOException {
        Location filmsLocation = Location.of(films);
        if (filmsLocation instanceof Location.Dump) {
            throw new UserException(films + " is a dump of pages: name it by --wikipedia, and the films by --films");
        }
        if (!filmsLocation.isRemote()) {
            new FilmReader(Sources.of(films), 0).probe();
        }
        List<String> local = wikipedia.stream()
                .filter(location -> !Location.of(location).isRemote())
                .toList();
        reading.requireWhole(wikipedia, List.of());
        if (!local.isEmpty() || wikipedia.isEmpty()) {
            for (Source part : Sources.of(local)) {
                new PageSource(part).probe();
            }
        }
    }
}

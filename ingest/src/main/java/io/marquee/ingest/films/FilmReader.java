package io.marquee.ingest.films;

import io.marquee.ingest.source.FingerprintPart;
import io.marquee.ingest.source.Source;
import io.marquee.ingest.source.SourceContent;
import io.marquee.ingest.source.Wanted;
import io.marquee.records.Film;
import io.marquee.settings.UserException;
import java.io.IOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the films of a source, in two readings: the first finds which rows come again later with the same id, the
 * second hands over the films. Of two valid rows with one id the later wins and the earlier is rejected.
 */
public final class FilmReader {

    /** The file that a zip must have. */
    public static final Wanted WANTED = Wanted.named("movies_metadata.csv");

    private static final Logger LOG = LoggerFactory.getLogger(FilmReader.class);

    private final Source source;
    private final int mostDuplicates;

    /**
     * @param source the CSV, or a zip, gz or bz2 that has it
     * @param mostDuplicates how many ids may occur more than once
     */
    public FilmReader(Source source, int mostDuplicates) {
        this.source = source;
        this.mostDuplicates = mostDuplicates;
    }

    /** Told of the content that is being read: {@code reading} is 1 or 2. */
    public interface Opened {
        void opened(SourceContent content, int reading);
    }

    /**
     * Reads everything.
     *
     * @return what the source was when it was read
     * @throws UserException for a source that is missing, cut off, damaged, empty, no CSV of films, or that is written to
     */
    public FingerprintPart read(FilmSink sink, Opened opened) throws IOException {
        FilmIds ids;
        FingerprintPart first;
        try (SourceContent content = SourceContent.open(source, WANTED)) {
            opened.opened(content, 1);
            ids = collect(content, sink);
            first = content.finish();
        }
        try (SourceContent content = SourceContent.open(source, WANTED)) {
            opened.opened(content, 2);
            handOver(content, ids, sink);
            FingerprintPart second = content.finish();
            if (!first.equals(second)) {
                throw SourceContent.changedMeanwhile(source);
            }
            return second;
        }
    }

    /**
     * Opens it and reads no further than its header: what is no source of films is told at once.
     *
     * @throws UserException as {@link #read}
     */
    public void probe() throws IOException {
        try (SourceContent content = SourceContent.open(source, WANTED)) {
            FilmFile file = new FilmFile(content.name(), content.stream());
            requireFilm(file.next(), content);
        }
    }

    private static void requireFilm(CSVRecord first, SourceContent content) {
        if (first == null) {
            throw new UserException(content.name() + " has a header but no films: fetch it again");
        }
    }

    private FilmIds collect(SourceContent content, FilmSink sink) {
        FilmFile file = new FilmFile(content.name(), content.stream());
        FilmParser parser = new FilmParser(file.columns());
        FilmIds ids = new FilmIds(content.name(), mostDuplicates);
        CSVRecord first = file.next();
        requireFilm(first, content);
        for (CSVRecord row = first; row != null; row = file.next()) {
            sink.step();
            try {
                ids.add(parser.check(row), file.line());
            } catch (RejectedRow e) {
                // Said on the second reading; here it only does not count as a later row.
                LOG.trace("{} is no film: {}", file.place(), e.getMessage());
            }
        }
        return ids;
    }

    private void handOver(SourceContent content, FilmIds ids, FilmSink sink) {
        FilmFile file = new FilmFile(content.name(), content.stream());
        FilmParser parser = new FilmParser(file.columns());
        for (CSVRecord row = file.next(); row != null; row = file.next()) {
            sink.step();
            try {
                Film film = parser.parse(row);
                long last = ids.lastLine(film.filmId(), file.line());
                if (last > file.line()) {
                    throw new RejectedRow("the id " + film.filmId() + " comes again on line " + last);
                }
                sink.film(file.place(), film);
            } catch (RejectedRow e) {
                sink.rejected(file.place(), e.getMessage(), CSVFormat.RFC4180.format((Object[]) row.values()));
            }
        }
        if (parser.brokenLists() > 0) {
            LOG.warn("{}: {} lists could not be read and are taken as empty", content.name(), parser.brokenLists());
        }
    }
}

package io.marquee.ingest.films;

import io.marquee.ingest.source.BrokenSource;
import io.marquee.settings.UserException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BOMInputStream;

/** Reads the CSV row by row. Not thread-safe. */
final class FilmFile {

    // Text behind a closing quote stays in its cell: the row is judged by its cells, the rows after it are safe.
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(false)
            .setTrailingData(true)
            .get();

    private final String name;
    private final CSVParser parser;
    private final RowLimit limit;
    private final Iterator<CSVRecord> rows;
    private final FilmColumns columns;
    private long line;

    /**
     * Reads the header.
     *
     * @param name the file's, for places and errors
     * @param stream UTF-8
     * @throws UserException for an empty or broken file, or one without the needed columns
     */
    FilmFile(String name, InputStream stream) {
        this.name = name;
        try {
            InputStream text = BOMInputStream.builder().setInputStream(stream).get();
            limit = new RowLimit(new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8), 1 << 16));
            parser = CSVParser.builder().setReader(limit).setFormat(FORMAT).get();
        } catch (IOException e) {
            throw BrokenSource.of(name, "at its beginning", e);
        }
        rows = parser.iterator();
        CSVRecord header = next();
        if (header == null) {
            throw new UserException(name + " is empty: fetch it again");
        }
        columns = FilmColumns.of(name, header);
    }

    FilmColumns columns() {
        return columns;
    }

    /** The line on which the newest row begins, counted from 1 as editors do. */
    long line() {
        return line;
    }

    /** Where the newest row stands. */
    String place() {
        return name + " line " + line;
    }

    /**
     * The next row that is not an empty line; null after the last.
     *
     * @throws UserException if the file is cut off or damaged
     */
    CSVRecord next() {
        try {
            CSVRecord row;
            do {
                line = parser.getCurrentLineNumber() + 1;
                limit.startRow();
                row = rows.hasNext() ? rows.next() : null;
            } while (row != null && row.size() == 1 && row.get(0).isBlank());
            return row;
        } catch (UncheckedIOException e) {
            throw broken(e.getCause());
        }
    }

    private UserException broken(IOException cause) {
        if (cause instanceof RowLimit.Exceeded) {
            return new UserException(
                    name + " line " + line + ": the row that begins here does not end within " + RowLimit.LONGEST
                            + " characters, a quote is not closed: mend that line",
                    cause);
        }
        if (String.valueOf(cause.getMessage()).contains("EOF reached before encapsulated token finished")) {
            return new UserException(
                    name + " line " + line + ": the file ends within the quoted text of the row that begins here: "
                            + "fetch it again, or close the quote",
                    cause);
        }
        return BrokenSource.of(name, "near line " + line, cause);
    }
}

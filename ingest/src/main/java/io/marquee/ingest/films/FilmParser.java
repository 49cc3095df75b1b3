package io.marquee.ingest.films;

import io.marquee.records.Film;
import org.apache.commons.csv.CSVRecord;

/** Turns a row to a film. Not thread-safe: it counts the lists that it could not read. */
final class FilmParser {

    private final FilmColumns columns;
    private final Names names = new Names();

    FilmParser(FilmColumns columns) {
        this.columns = columns;
    }

    /** Cells so far that should have held a list and did not; see {@link Names#all}. */
    long brokenLists() {
        return names.broken();
    }

    /**
     * The id of a row that is a film; all that could reject the row is looked at.
     *
     * @throws RejectedRow if it cannot be a film
     */
    long check(CSVRecord row) throws RejectedRow {
        if (row.size() != columns.count()) {
            throw new RejectedRow("it has " + row.size() + " columns, the header has " + columns.count());
        }
        long id = Cells.id(cell(row, "id"));
        if (Cells.text(cell(row, "title")) == null) {
            throw new RejectedRow("the title is missing");
        }
        Cells.whole("budget", cell(row, "budget"));
        Cells.whole("revenue", cell(row, "revenue"));
        Cells.whole("vote_count", cell(row, "vote_count"));
        Cells.number("vote_average", cell(row, "vote_average"));
        Cells.number("runtime", cell(row, "runtime"));
        Cells.number("popularity", cell(row, "popularity"));
        Cells.flag("adult", cell(row, "adult"));
        Cells.flag("video", cell(row, "video"));
        return id;
    }

    /**
     * The film.
     *
     * @throws RejectedRow if it cannot be one
     */
    Film parse(CSVRecord row) throws RejectedRow {
        long id = check(row);
        return new Film(
                id,
                text(row, "imdb_id"),
                text(row, "title"),
                text(row, "original_title"),
                text(row, "original_language"),
                Cells.date(cell(row, "release_date")),
                Cells.whole("budget", cell(row, "budget")),
                Cells.whole("revenue", cell(row, "revenue")),
                Cells.number("runtime", cell(row, "runtime")),
                names.all(cell(row, "genres"), "name"),
                names.all(cell(row, "production_companies"), "name"),
                names.all(cell(row, "production_countries"), "iso_3166_1"),
                names.all(cell(row, "spoken_languages"), "iso_639_1"),
                names.one(cell(row, "belongs_to_collection"), "name"),
                Cells.number("vote_average", cell(row, "vote_average")),
                Cells.whole("vote_count", cell(row, "vote_count")),
                Cells.number("popularity", cell(row, "popularity")),
                text(row, "status"),
                text(row, "tagline"),
                text(row, "overview"),
                text(row, "homepage"),
                text(row, "poster_path"),
                Cells.flag("adult", cell(row, "adult")),
                Cells.flag("video", cell(row, "video")));
    }

    private String cell(CSVRecord row, String column) {
        return columns.cell(row, column);
    }

    private String text(CSVRecord row, String column) {
        return Cells.text(columns.cell(row, column));
    }
}

package io.marquee.ingest.films;

import io.marquee.settings.UserException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** Where each column stands, by the header of the file. Columns may stand in any order, and others among them. */
final class FilmColumns {

    /** Without these there is no report. Any other column may be missing: its values are not known then. */
    static final List<String> NEEDED = List.of(
            "id",
            "title",
            "original_title",
            "release_date",
            "budget",
            "revenue",
            "vote_average",
            "vote_count",
            "genres",
            "production_companies");

    private final Map<String, Integer> positions;
    private final int count;

    private FilmColumns(Map<String, Integer> positions, int count) {
        this.positions = positions;
        this.count = count;
    }

    /**
     * Reads the header.
     *
     * @param file its name, for errors
     * @throws UserException if a needed column is missing, or is there twice
     */
    static FilmColumns of(String file, CSVRecord header) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).strip();
            if (positions.put(name, i) != null && NEEDED.contains(name)) {
                throw new UserException(file + " has the column " + name + " twice: remove one of them");
            }
        }
        List<String> missing = new ArrayList<>(NEEDED);
        missing.removeAll(positions.keySet());
        if (!missing.isEmpty()) {
            throw new UserException(file + " has no column " + String.join(", ", missing)
                    + ": name a movies_metadata.csv with all its columns and their header");
        }
        return new FilmColumns(positions, header.size());
    }

    int count() {
        return count;
    }

    /** The cell of a column; null if the file has no such column. */
    String cell(CSVRecord row, String column) {
        Integer position = positions.get(column);
        return position == null ? null : row.get(position);
    }
}

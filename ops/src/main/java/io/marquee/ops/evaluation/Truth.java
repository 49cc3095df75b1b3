package io.marquee.ops.evaluation;

import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A film whose page is known.
 *
 * @param filmId the TMDB id
 * @param film its title and year, to read
 * @param page title of its page; null if it has none
 * @param evidence class of the evidence, such as {@code agreed}
 * @param ranked whether its budget and revenue are known well enough to be ranked
 */
public record Truth(long filmId, String film, String page, String evidence, boolean ranked) {

    private static final String FILM_ID = "film_id";
    private static final String PAGE = "wikipedia_title";

    /**
     * Reads a CSV with the columns {@code film_id} and {@code wikipedia_title} (empty: no page) and, if they are there,
     * {@code title}, {@code year}, {@code evidence} and {@code ranked} (1 or 0). Rows without a film id are left out.
     *
     * @throws UserException for a file that is not such
     */
    public static List<Truth> read(Path file) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = CSVParser.parse(Files.newBufferedReader(file), format)) {
            if (!rows.getHeaderMap().keySet().containsAll(List.of(FILM_ID, PAGE))) {
                throw new UserException(
                        file + " has no columns " + FILM_ID + " and " + PAGE + ": give a CSV that has them");
            }
            List<Truth> truths = new ArrayList<>();
            for (CSVRecord row : rows) {
                if (!row.get(FILM_ID).isBlank()) {
                    truths.add(truth(row));
                }
            }
            return truths;
        } catch (IOException | IllegalArgumentException e) {
            throw new UserException(
                    "cannot read " + file + " (" + e.getMessage() + "): give a CSV of films and pages", e);
        }
    }

    private static Truth truth(CSVRecord row) {
        String page = row.get(PAGE);
        return new Truth(
                Long.parseLong(row.get(FILM_ID)),
                cell(row, "title", "film " + row.get(FILM_ID)) + " (" + cell(row, "year", "?") + ")",
                page.isEmpty() ? null : page,
                cell(row, "evidence", "all"),
                cell(row, "ranked", "0").equals("1"));
    }

    private static String cell(CSVRecord row, String column, String otherwise) {
        return row.isMapped(column) ? row.get(column) : otherwise;
    }
}

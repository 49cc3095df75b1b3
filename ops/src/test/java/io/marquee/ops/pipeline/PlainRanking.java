package io.marquee.ops.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What a plain script computes from a zip with films: no code of the pipeline is in it. */
final class PlainRanking {

    private static final int COLUMNS = 24;

    private PlainRanking() {}

    /** The rows of the CSV with its header. */
    static List<CSVRecord> rows(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile());
                InputStream in = file.getInputStream(file.getEntry("movies_metadata.csv"))) {
            return CSVFormat.DEFAULT.parse(new InputStreamReader(in, UTF_8)).getRecords();
        }
    }

    /** The valid films by id; of two rows with one id the later. */
    static Map<String, CSVRecord> films(Path zip) throws IOException {
        List<CSVRecord> rows = rows(zip);
        List<String> header = rows.get(0).toList();
        Map<String, CSVRecord> films = new LinkedHashMap<>();
        for (CSVRecord row : rows.subList(1, rows.size())) {
            if (row.size() == COLUMNS
                    && row.get(header.indexOf("id")).matches("[1-9]\\d*")
                    && !row.get(header.indexOf("title")).isBlank()) {
                films.put(row.get(header.indexOf("id")), row);
            }
        }
        return films;
    }

    /** The ids of the films with a budget and a revenue of 10,000 or more, the best first. */
    static List<String> of(Path zip) throws IOException {
        List<String> header = rows(zip).get(0).toList();
        int budget = header.indexOf("budget");
        int revenue = header.indexOf("revenue");
        int votes = header.indexOf("vote_count");
        int id = header.indexOf("id");
        return films(zip).values().stream()
                .filter(row -> amount(row, budget) >= 10_000 && amount(row, revenue) >= 10_000)
                .sorted(Comparator.comparingDouble((CSVRecord row) -> -amount(row, revenue) / amount(row, budget))
                        .thenComparingDouble(row -> -amount(row, votes))
                        .thenComparingLong(row -> Long.parseLong(row.get(id))))
                .map(row -> row.get(id))
                .toList();
    }

    private static double amount(CSVRecord row, int column) {
        return row.get(column).isBlank() ? 0 : Double.parseDouble(row.get(column));
    }
}

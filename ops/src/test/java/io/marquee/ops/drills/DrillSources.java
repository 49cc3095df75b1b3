package io.marquee.ops.drills;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquee.ops.pipeline.SampleFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * The sample, repeated under other titles and ids until a run over it takes long enough to be hit, in one of several
 * states: each has every film and some of the pages changed, and some of both left out.
 *
 * @param state its name; every film bears it as its tagline
 * @param films the CSV
 * @param pages the dump
 */
record DrillSources(String state, Path films, Path pages) {

    private static final int FILM_COPIES = 16;
    private static final int PAGE_COPIES = 10;
    private static final int MILLION_IDS = 1_000_000;

    static DrillSources compose(Path directory, String state) throws IOException {
        Path films = directory.resolve("films-" + state + ".csv");
        Path pages = directory.resolve("pages-" + state + ".xml");
        writeFilms(films, state);
        writePages(pages, state);
        return new DrillSources(state, films, pages);
    }

    private static void writeFilms(Path file, String state) throws IOException {
        List<CSVRecord> rows = SampleFiles.rows();
        int width = rows.get(0).size();
        int budget = SampleFiles.column("budget");
        int id = SampleFiles.column("id");
        int tagline = SampleFiles.column("tagline");
        int title = SampleFiles.column("title");
        try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(file), CSVFormat.DEFAULT)) {
            printer.printRecord(rows.get(0));
            for (int copy = 0; copy < FILM_COPIES; copy++) {
                for (CSVRecord row : rows.subList(1, rows.size())) {
                    List<String> cells = new ArrayList<>(row.toList());
                    boolean whole = cells.size() == width && cells.get(id).matches("\\d+");
                    if (whole && cells.get(id).hashCode() % 50 == state.hashCode() % 50) {
                        continue;
                    }
                    if (whole) {
                        cells.set(tagline, state);
                        cells.set(budget, cells.get(budget).replaceAll("^(\\d{6,})\\d$", "$1" + state.hashCode() % 10));
                    }
                    if (whole && copy > 0) {
                        cells.set(id, Long.toString(Long.parseLong(cells.get(id)) + (long) copy * MILLION_IDS));
                        cells.set(title, cells.get(title) + " " + copy);
                    }
                    printer.printRecord(cells);
                }
            }
        }
    }

    private static void writePages(Path file, String state) throws IOException {
        String dump;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(SampleFiles.pages()))) {
            dump = new String(in.readAllBytes(), UTF_8);
        }
        String pages = dump.substring(dump.indexOf("<doc>"), dump.lastIndexOf("</doc>") + "</doc>".length());
        String changed = pages.replace(" film directed by ", " film, as " + state + " has it, directed by ");
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write("<feed>\n");
            // Each state has the pages of another copy left out.
            for (int copy = 0; copy < PAGE_COPIES; copy++) {
                if (copy == 0) {
                    writer.write(changed);
                } else if (copy != 1 + Math.floorMod(state.hashCode(), PAGE_COPIES - 1)) {
                    writer.write(changed.replace("<title>Wikipedia: ", "<title>Wikipedia: Copy " + copy + " of "));
                }
                writer.write('\n');
            }
            writer.write("</feed>\n");
        }
    }
}

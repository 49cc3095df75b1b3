package io.marquee.ops.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** The bundled sample, and what becomes of it when its sources change. */
public final class SampleFiles {

    private static final Path SAMPLE = Path.of("sample");
    private static final Pattern DOC = Pattern.compile("<doc>.*?</doc>\\s*", Pattern.DOTALL);

    private SampleFiles() {}

    /** The films as they are bundled. */
    public static Path films() {
        return SAMPLE.resolve("movies.zip");
    }

    /** The pages as they are bundled. */
    public static Path pages() {
        return SAMPLE.resolve("enwiki-abstract.xml.gz");
    }

    /** The rows of the CSV with its header. */
    public static List<CSVRecord> rows() throws IOException {
        return PlainRanking.rows(films());
    }

    /** Writes the CSV with other rows; a row that becomes null is left out. */
    public static Path writeFilms(Path file, UnaryOperator<List<String>> change) throws IOException {
        try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(file), CSVFormat.DEFAULT)) {
            for (CSVRecord row : rows()) {
                List<String> changed = change.apply(new ArrayList<>(row.toList()));
                if (changed != null) {
                    printer.printRecord(changed);
                }
            }
        }
        return file;
    }

    /** Writes the dump without the pages of some titles. */
    public static Path writePagesWithout(Path file, String... titles) throws IOException {
        String dump;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(pages()))) {
            dump = new String(in.readAllBytes(), UTF_8);
        }
        List<String> unwanted = List.of(titles);
        Matcher docs = DOC.matcher(dump);
        String rest = docs.replaceAll(doc ->
                unwanted.stream().anyMatch(title -> doc.group().contains("<title>Wikipedia: " + title + "</title>"))
                        ? ""
                        : Matcher.quoteReplacement(doc.group()));
        Files.writeString(file, rest);
        return file;
    }

    /** Position of a column. */
    public static int column(String name) throws IOException {
        return rows().get(0).toList().indexOf(name);
    }
}

package io.marquee.ops.drills;

import io.marquee.ops.pipeline.SampleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * One of five editions of both sources, which grow and shrink. From one to the next films vanish and return, other rows
 * cannot be used, money changes; pages vanish, move to another title and leave a redirect, or are about another film.
 *
 * @param films the CSV
 * @param pages a dump of articles
 */
record Edition(Path films, Path pages) {

    private static final List<Integer> SIZES = List.of(90, 150, 40, 200, 70);

    static List<Edition> compose(Path directory) throws IOException {
        List<Edition> editions = new ArrayList<>();
        for (int number = 0; number < SIZES.size(); number++) {
            Path folder = Files.createDirectory(directory.resolve("edition-" + number));
            editions.add(compose(folder, number));
        }
        return editions;
    }

    private static Edition compose(Path folder, int number) throws IOException {
        List<CSVRecord> rows = SampleFiles.rows();
        int id = SampleFiles.column("id");
        int budget = SampleFiles.column("budget");
        Path films = folder.resolve("films.csv");
        StringBuilder pages = new StringBuilder("<mediawiki>\n");
        try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(films), CSVFormat.DEFAULT)) {
            printer.printRecord(rows.get(0));
            for (int place = 1; place < rows.size(); place++) {
                List<String> cells = new ArrayList<>(rows.get(place).toList());
                if (place > SIZES.get(number) || place % 6 == number) {
                    continue;
                }
                boolean whole = cells.size() == rows.get(0).size();
                if (whole && place % 9 == number) {
                    cells.set(id, "no id");
                } else if (whole && place % 4 == number % 4) {
                    cells.set(budget, Integer.toString(20_000_000 + 1000 * number + place));
                }
                printer.printRecord(cells);
                if (whole) {
                    writePages(pages, cells, place, number);
                }
            }
        }
        Path dump = folder.resolve("pages.xml");
        Files.writeString(dump, pages.append("</mediawiki>\n"));
        return new Edition(films, dump);
    }

    private static void writePages(StringBuilder pages, List<String> film, int place, int number) throws IOException {
        String title = film.get(SampleFiles.column("title")).replaceAll("[&<>]", "and");
        String date = film.get(SampleFiles.column("release_date"));
        String year = date.length() < 4 ? "1990" : date.substring(0, 4);
        String own = title + " (" + year + " film)";
        if (place % 7 == number) {
            return;
        }
        if (place % 5 == number) {
            String moved = title + " (motion picture of " + year + ")";
            page(pages, own, "#REDIRECT [[" + moved + "]]");
            page(pages, moved, article(title, year, film.get(SampleFiles.column("imdb_id"))));
        } else {
            page(pages, own, article(title, year, place % 3 == number % 3 ? "tt9999999" : ""));
        }
        if (place % 8 == number) {
            // Better evidence than the other page has: the film changes its page.
            page(pages, title + " (film)", article(title, year, film.get(SampleFiles.column("imdb_id"))));
        }
    }

    private static String article(String title, String year, String imdbId) {
        return "{{Infobox film\n| name = " + title + "\n| released = {{Film date|" + year + "}}\n}}\n'''''" + title
                + "''''' is a " + year + " American film.\n\n== Plot ==\nMuch happens.\n\n== Cast ==\nMany.\n"
                + (imdbId.isEmpty()
                        ? ""
                        : "\n== External links ==\n* {{IMDb title|" + imdbId.replace("tt", "") + "}}\n")
                + "[[Category:" + year + " films]]";
    }

    private static void page(StringBuilder pages, String title, String text) {
        pages.append("<page><title>%s</title><ns>0</ns><id>1</id><revision><text>%s</text></revision></page>%n"
                .formatted(title, text));
    }
}

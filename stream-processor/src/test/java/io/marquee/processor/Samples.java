package io.marquee.processor;

import io.marquee.records.Film;
import io.marquee.records.Infobox;
import io.marquee.records.Page;
import java.time.LocalDate;
import java.util.List;

/** Films and pages for tests. */
public final class Samples {

    private Samples() {}

    public static Film film(long id, String title, int year, long budget, long revenue) {
        return film(id, title, title, year, budget, revenue, 10);
    }

    public static Film film(
            long id, String title, String originalTitle, int year, long budget, long revenue, long votes) {
        return new Film(
                id,
                "tt%07d".formatted(id),
                title,
                originalTitle,
                "en",
                LocalDate.of(year, 6, 1),
                budget,
                revenue,
                100.0,
                List.of("Drama"),
                List.of("A Company"),
                List.of("US"),
                List.of("en"),
                null,
                7.5,
                votes,
                1.0,
                "Released",
                null,
                null,
                null,
                null,
                false,
                false);
    }

    public static Page filmPage(String title, int year) {
        String base = title.replaceAll(" \\(.*\\)$", "");
        return page(title, base + " is a " + year + " drama film directed by Nobody.", "Plot", "Cast");
    }

    public static Page page(String title, String abstractText, String... sections) {
        return new Page(title, url(title), abstractText, List.of(sections));
    }

    /** A title that sends its readers to another. */
    public static Page redirect(String title, String target) {
        return Page.redirect(title, url(title), target);
    }

    /** An article on a film of no known year, as a pages-articles dump tells it. */
    public static Page article(String title, String imdbId, String boxName) {
        return new Page(
                title,
                url(title),
                null,
                List.of("Plot"),
                null,
                new Infobox("film", boxName, List.of(), List.of(), List.of()),
                List.of("Films"),
                List.of(imdbId),
                null);
    }

    private static String url(String title) {
        return "https://en.wikipedia.org/wiki/" + title.replace(' ', '_');
    }
}

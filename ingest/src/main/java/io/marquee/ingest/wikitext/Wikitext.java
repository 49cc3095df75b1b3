package io.marquee.ingest.wikitext;

import io.marquee.records.FilmGlance;
import io.marquee.records.Infobox;

/** Reads wikitext. Pure. */
public final class Wikitext {

    private Wikitext() {}

    /**
     * Reads an article's source. Any text is wikitext: what is broken in it is passed over. The lead, which costs most, is
     * read only where something shows a film: nobody reads the others'.
     */
    public static Article read(String source) {
        String text = Visible.of(source);
        Scan scan = Scan.of(text);
        Pairs pairs = Pairs.of(text, 0, scan.leadEnd());
        ImdbIds imdbIds = scan.imdbIds();
        Infobox infobox =
                scan.infobox() < 0 ? null : InfoboxReader.read(text, pairs, scan.infobox(), scan.leadEnd(), imdbIds);
        boolean mayBeFilm = FilmGlance.factsShowFilm(scan.sections(), infobox, scan.categories(), imdbIds.found())
                || FilmGlance.namesFilm(text, scan.leadEnd());
        return new Article(
                mayBeFilm ? Lead.read(text, pairs, scan.leadEnd()) : null,
                scan.sections(),
                infobox,
                scan.categories(),
                imdbIds.found(),
                scan.shortDescription());
    }

    /** The first paragraph of an article's source as plain text, or null. */
    static String lead(String source) {
        String text = Visible.of(source);
        int end = Scan.of(text).leadEnd();
        return Lead.read(text, Pairs.of(text, 0, end), end);
    }
}

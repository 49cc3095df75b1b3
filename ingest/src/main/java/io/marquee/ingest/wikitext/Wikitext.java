package io.marquee.ingest.wikitext;

import io.marquee.records.Infobox;

/** Reads wikitext. Pure. */
public final class Wikitext {

    private Wikitext() {}

    /** Reads an article's source. Any text is wikitext: what is broken in it is passed over. */
    public static Article read(String source) {
        String text = Visible.of(source);
        Scan scan = Scan.of(text);
        Pairs pairs = Pairs.of(text, 0, scan.leadEnd());
        ImdbIds imdbIds = scan.imdbIds();
        Infobox infobox =
                scan.infobox() < 0 ? null : InfoboxReader.read(text, pairs, scan.infobox(), scan.leadEnd(), imdbIds);
        return new Article(
                Lead.read(text, pairs, scan.leadEnd()),
                scan.sections(),
                infobox,
                scan.categories(),
                imdbIds.found(),
                scan.shortDescription());
    }
}

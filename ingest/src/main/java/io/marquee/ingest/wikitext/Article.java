package io.marquee.ingest.wikitext;

import io.marquee.records.Infobox;
import java.util.List;

/**
 * What an article's wikitext tells; see {@link io.marquee.records.Page}, to which all of it goes.
 *
 * @param lead the first paragraph as plain text, or null; null too where nothing shows a film
 * @param sections names of the sections, in order
 * @param infobox the first infobox, or null
 * @param categories without {@code Category:}
 * @param imdbIds such as {@code tt0113277}, each once
 * @param shortDescription or null
 */
public record Article(
        String lead,
        List<String> sections,
        Infobox infobox,
        List<String> categories,
        List<String> imdbIds,
        String shortDescription) {}

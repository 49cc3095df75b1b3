package io.marquee.records;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One Wikipedia article, as its dump tells it. What a dump of the format does not tell is null, or an empty list.
 *
 * @param title the article's title, without the dump's {@code Wikipedia: } before it
 * @param url the article's address
 * @param abstractText its first words: from an abstract dump as it stands there, which is a sentence, debris of an infobox,
 *     or null; from an article the first paragraph as plain text, or null
 * @param sections names of the article's sections, in order
 * @param redirect title of the article to which this one sends its readers; null if it is an article itself
 * @param infobox the article's infobox, or null
 * @param categories names of the article's categories, without {@code Category:}
 * @param imdbIds IMDb ids of titles that the article gives as its own, such as {@code tt0113277}
 * @param shortDescription what the article is about in a few words, such as {@code 1995 film by Michael Mann}
 */
public record Page(
        String title,
        String url,
        @JsonProperty("abstract") String abstractText,
        List<String> sections,
        String redirect,
        Infobox infobox,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> categories,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> imdbIds,
        String shortDescription) {

    /** Reads what topics leave out as empty. */
    @JsonCreator
    public Page {
        sections = sections == null ? List.of() : sections;
        categories = categories == null ? List.of() : categories;
        imdbIds = imdbIds == null ? List.of() : imdbIds;
    }

    /** An article as an abstract dump tells it. */
    public Page(String title, String url, String abstractText, List<String> sections) {
        this(title, url, abstractText, sections, null, null, List.of(), List.of(), null);
    }

    /** A title that sends its readers to another. */
    public static Page redirect(String title, String url, String target) {
        return new Page(title, url, null, List.of(), target, null, List.of(), List.of(), null);
    }
}

package io.marquee.records;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One Wikipedia article, as its dump tells it.
 *
 * @param title the article's title, without the dump's {@code Wikipedia: } before it
 * @param url the article's address
 * @param abstractText the dump's abstract, as it stands there: a sentence, debris of an infobox, or null
 * @param sections names of the article's sections, in order; never null
 */
public record Page(
        String title, String url, @JsonProperty("abstract") String abstractText, List<String> sections) {}

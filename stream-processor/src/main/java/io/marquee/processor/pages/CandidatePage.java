package io.marquee.processor.pages;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A page that may be a film's, with what it says of that.
 *
 * @param title the article's title
 * @param url the article's address
 * @param abstractText its first words, readable, or null
 * @param baseTitle the title without the words in parentheses that tell it from its namesakes
 * @param kind what the words in parentheses say
 * @param suffixYear the year in the parentheses, or null
 * @param years the years of the film that its text gives: lead, infobox, categories, short description
 * @param boxName the title in its infobox, or null
 * @param imdbIds the IMDb ids that it gives as its own
 * @param filmEvidence how much speaks for a film, apart from the title; the larger the more, below zero against
 * @param signs what spoke, to read
 */
public record CandidatePage(
        String title,
        String url,
        @JsonProperty("abstract") String abstractText,
        String baseTitle,
        TitleKind kind,
        Integer suffixYear,
        List<Integer> years,
        String boxName,
        List<String> imdbIds,
        double filmEvidence,
        List<String> signs) {}

package io.marquee.processor.pages;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A page that may be a film's, with what it says of that.
 *
 * @param title the article's title
 * @param url the article's address
 * @param abstractText its first words, readable, or null
 * @param baseTitle the title without the words in parentheses that tell it from its namesakes
 * @param kind what the words in parentheses say
 * @param suffixYear the year in the parentheses, or null
 * @param leadYear the year of the film that the abstract names, or null
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
        Integer leadYear,
        double filmEvidence,
        String signs) {

    /** The year that the page gives, in its title or else in its lead; or null. */
    @JsonIgnore
    public Integer year() {
        return suffixYear != null ? suffixYear : leadYear;
    }
}

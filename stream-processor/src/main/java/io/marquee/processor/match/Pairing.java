package io.marquee.processor.match;

import io.marquee.processor.films.FilmName;
import io.marquee.processor.pages.CandidatePage;
import java.util.Set;

/**
 * A film and a page that may be its own, with what speaks for and against it.
 *
 * @param film the film
 * @param page the page
 * @param evidence what speaks
 */
public record Pairing(FilmName film, CandidatePage page, Set<Evidence> evidence) {

    /** The logarithm of the odds that the page is the film's. */
    public double odds() {
        return evidence.stream().mapToDouble(Evidence::weight).sum();
    }

    /** How likely the page is the film's, 0 to 1. */
    public double confidence() {
        return Math.round(1000 / (1 + Math.exp(-odds()))) / 1000.0;
    }

    /** Whether the page gives the film's IMDb id. */
    boolean isByImdbId() {
        return evidence.contains(Evidence.SAME_IMDB_ID);
    }

    /** How the film came to the page, to read. */
    public String method() {
        return Comparison.method(evidence, page);
    }
}

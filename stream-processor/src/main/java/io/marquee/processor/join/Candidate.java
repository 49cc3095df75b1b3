package io.marquee.processor.join;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.marquee.processor.match.Evidence;
import io.marquee.processor.match.Pairing;
import io.marquee.processor.match.Pairings;
import io.marquee.processor.pages.CandidatePage;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page that may be a film's, or no longer may.
 *
 * @param filmId the film
 * @param title the page's title
 * @param page the page; null if it is a candidate no longer
 * @param method how the film came to the page
 * @param odds logarithm of the odds that it is the film's
 * @param confidence how likely it is the film's, 0 to 1
 * @param evidence what speaks for and against it
 * @param takenBy the film to which the page goes instead, or null
 */
public record Candidate(
        long filmId,
        String title,
        CandidatePage page,
        String method,
        double odds,
        double confidence,
        List<Evidence> evidence,
        Long takenBy) {

    /** A candidate as it was weighed. */
    static Candidate of(Pairing pairing, Long takenBy) {
        return new Candidate(
                pairing.film().filmId(),
                pairing.page().title(),
                pairing.page(),
                pairing.method(),
                pairing.odds(),
                pairing.confidence(),
                List.copyOf(pairing.evidence()),
                takenBy);
    }

    /** A pair that is no candidate any more. */
    static Candidate ended(long filmId, String title) {
        return new Candidate(filmId, title, null, null, 0, 0, List.of(), null);
    }

    /** Whether the page is likely enough to be the film's, and not another's. */
    @JsonIgnore
    public boolean isLink() {
        return takenBy == null && confidence >= Pairings.LEAST_CONFIDENCE;
    }

    /** What speaks for it and against it, to read; weights are logarithms of odds. */
    @JsonIgnore
    public String words() {
        String words = evidence.stream()
                .map(item -> (item.weight() < 0 ? "" : "+") + item.weight() + " " + item.words())
                .collect(Collectors.joining(", "));
        String taken = takenBy == null ? "" : "; the page goes to film " + takenBy;
        return page.signs().isEmpty() ? words + taken : words + taken + "; article: " + String.join(", ", page.signs());
    }
}

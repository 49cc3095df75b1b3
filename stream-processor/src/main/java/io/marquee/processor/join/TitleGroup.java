package io.marquee.processor.join;

import io.marquee.processor.films.FilmName;
import io.marquee.processor.match.Pairing;
import io.marquee.processor.match.Pairings;
import io.marquee.processor.pages.CandidatePage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The films and pages that share a title key. Pure.
 *
 * @param names of films
 * @param pages that may be theirs
 */
public record TitleGroup(List<FilmName> names, List<CandidatePage> pages) {

    /** A candidate's key within its group. */
    public record Pair(long filmId, String title) {}

    /** All pairs of a film and a page. */
    public Map<Pair, Candidate> candidates() {
        Map<Pair, Candidate> candidates = new LinkedHashMap<>();
        List<Pairing> pairings = pairings();
        Map<Pairing, Long> taken = Pairings.taken(pairings);
        for (Pairing pairing : pairings) {
            candidates.put(
                    new Pair(pairing.film().filmId(), pairing.page().title()),
                    Candidate.of(pairing, taken.get(pairing)));
        }
        return candidates;
    }

    /** All pairs of a film and a page, as they are weighed. */
    public List<Pairing> pairings() {
        return pages.isEmpty() ? List.of() : Pairings.of(names, pages);
    }
}

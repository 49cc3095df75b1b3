package io.marquee.processor.join;

import io.marquee.processor.films.FilmName;
import io.marquee.processor.pages.CandidatePage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The films and pages that share a title key, and the candidates that they make. Pure.
 *
 * @param titleKey the key
 * @param films that bear it
 * @param pages that bear it
 */
record TitleGroup(String titleKey, List<FilmName> films, List<CandidatePage> pages) {

    /** The year of the first showing, which Wikipedia gives, may differ from TMDB's. */
    private static final int NEAR = 1;

    /** A candidate's key within its group. */
    record Pair(long filmId, String title) {}

    /** All pairs of a film and a page. */
    Map<Pair, Candidate> candidates() {
        Map<Pair, Candidate> candidates = new LinkedHashMap<>();
        for (FilmName film : films) {
            boolean olderNamesake =
                    films.stream().anyMatch(other -> other.isOlderThan(film) && !hasPageOfItsYear(other));
            for (CandidatePage page : pages) {
                candidates.put(
                        new Pair(film.filmId(), page.title()),
                        new Candidate(film.filmId(), titleKey, page.title(), page, olderNamesake));
            }
        }
        return candidates;
    }

    private boolean hasPageOfItsYear(FilmName film) {
        return pages.stream()
                .map(CandidatePage::year)
                .anyMatch(year -> year != null && film.year() != null && Math.abs(year - film.year()) <= NEAR);
    }
}

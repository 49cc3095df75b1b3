package io.marquee.processor.match;

import io.marquee.processor.films.FilmName;
import io.marquee.processor.pages.CandidatePage;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The films under one title key that no page is known to be of, by its year. */
final class Namesakes {

    /** A film that so many times as many people voted on is what most of them mean by the title. */
    private static final long FAR_BETTER_KNOWN = 3;

    private final List<FilmName> pageless;

    Namesakes(Collection<FilmName> names, Collection<CandidatePage> pages) {
        this.pageless = names.stream()
                .filter(name -> name.path().isEmpty() && name.year() != null)
                .filter(name -> pages.stream().noneMatch(page -> Comparison.isOfYear(page, name.year())))
                .toList();
    }

    /** What its namesakes say against a film's having a page that gives no year. */
    Set<Evidence> of(FilmName film, CandidatePage page) {
        Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        if (film.year() == null || !Comparison.isYearless(page)) {
            return evidence;
        }
        for (FilmName other : pageless) {
            boolean farBetterKnown = other.votes() > FAR_BETTER_KNOWN * film.votes();
            if (other.year() < film.year()) {
                evidence.add(farBetterKnown ? Evidence.NAMESAKE_OLDER : Evidence.NAMESAKE_OLDER_LESS_KNOWN);
            } else if (other.year() > film.year()) {
                evidence.add(farBetterKnown ? Evidence.NAMESAKE_YOUNGER : Evidence.NAMESAKE_YOUNGER_LESS_KNOWN);
            }
        }
        return evidence;
    }
}

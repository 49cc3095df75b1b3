package io.marquee.processor.choose;

import io.marquee.processor.pages.CandidatePage;
import io.marquee.processor.pages.TitleKind;
import io.marquee.processor.titles.TitleKey;
import io.marquee.records.Film;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Chooses the page of a film among its candidates. Pure: the same candidates in any order give the same page. */
public final class Matcher {

    /** A link that is less likely than this is none. */
    private static final double LEAST_CONFIDENCE = 0.6;

    /** The year of the first showing, which Wikipedia gives, may differ from TMDB's. */
    private static final int NEAR = 1;

    private static final Comparator<Match> BEST = Comparator.comparingDouble(Match::confidence)
            .thenComparing(match -> match.page().filmEvidence())
            .thenComparing(match -> match.page().title(), Comparator.reverseOrder());

    private Matcher() {}

    /** The most likely page, if any is likely enough. */
    public static Optional<Match> choose(Film film, Collection<CandidatePage> candidates) {
        return candidates.stream()
                .map(page -> match(film, page))
                .filter(match -> match.confidence() >= LEAST_CONFIDENCE)
                .max(BEST);
    }

    /** How likely a page is a film's. */
    static Match match(Film film, CandidatePage page) {
        Integer year = film.releaseDate() == null ? null : film.releaseDate().getYear();
        Integer pageYear = page.suffixYear() != null ? page.suffixYear() : page.leadYear();
        String method = method(page);
        double confidence = page.kind() == TitleKind.SCREEN ? 0.5 : byYear(page, year, pageYear);
        if (!TitleKey.of(page.baseTitle()).equals(TitleKey.of(film.title()))) {
            confidence -= 0.05;
        }
        String evidence = "year " + year + ", page's " + pageYear + "; " + page.signs();
        return new Match(page, method, Math.round(confidence * 100) / 100.0, evidence);
    }

    private static String method(CandidatePage page) {
        if (page.kind() == TitleKind.FILM) {
            return page.suffixYear() != null ? "title (year film)" : "title (film)";
        }
        return page.kind() == TitleKind.SCREEN ? "title (other)" : "title";
    }

    private static double byYear(CandidatePage page, Integer year, Integer pageYear) {
        if (year == null || pageYear == null) {
            return page.suffixYear() != null ? 0.5 : page.kind() == TitleKind.FILM ? 0.9 : 0.8;
        }
        int apart = Math.abs(year - pageYear);
        if (apart == 0) {
            return page.suffixYear() != null ? 0.99 : page.kind() == TitleKind.FILM ? 0.97 : 0.96;
        }
        if (apart <= NEAR) {
            return 0.92;
        }
        return apart == 2 && page.suffixYear() == null ? 0.7 : 0.1;
    }
}

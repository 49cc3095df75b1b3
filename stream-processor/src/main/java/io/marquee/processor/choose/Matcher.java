package io.marquee.processor.choose;

import io.marquee.processor.pages.CandidatePage;
import io.marquee.processor.pages.TitleKind;
import io.marquee.records.Film;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Chooses the page of a film among its candidates. Pure: the same candidates in any order give the same page.
 *
 * <p>A page of another year than the film's is no candidate. Among the others one that spells the title as the film does
 * is taken before one that only shares the title key, and then the likelier one.
 */
public final class Matcher {

    /** A link that is less likely than this is none. */
    private static final double LEAST_CONFIDENCE = 0.6;

    /** The year of the first showing, which Wikipedia gives, may differ from TMDB's. */
    private static final int NEAR = 1;

    /** How the page's title stands to the film's. */
    private enum Spelling {
        /** Only the title keys are equal. */
        KEY(-0.04),
        /** The film's original title, which is not its title. */
        ORIGINAL(-0.02),
        /** The film's title. */
        TITLE(0);

        private final double confidence;

        Spelling(double confidence) {
            this.confidence = confidence;
        }
    }

    private record Scored(Match match, Spelling spelling) {}

    private static final Comparator<Scored> BEST = Comparator.comparing(
                    (Scored scored) -> scored.spelling() == Spelling.KEY ? 0 : 1)
            .thenComparingDouble(scored -> scored.match().confidence())
            .thenComparingDouble(scored -> scored.match().page().filmEvidence())
            .thenComparing(scored -> scored.match().page().title(), Comparator.reverseOrder());

    private Matcher() {}

    /** The most likely page, if any is likely enough. */
    public static Optional<Match> choose(Film film, Collection<CandidatePage> candidates) {
        return candidates.stream()
                .map(page -> score(film, page))
                .filter(scored -> scored.match().confidence() >= LEAST_CONFIDENCE)
                .max(BEST)
                .map(Scored::match);
    }

    private static Scored score(Film film, CandidatePage page) {
        Integer year = film.releaseDate() == null ? null : film.releaseDate().getYear();
        Integer pageYear = page.suffixYear() != null ? page.suffixYear() : page.leadYear();
        Spelling spelling = spelling(film, page);
        double confidence = byYear(page, year, pageYear) + spelling.confidence + byContrary(page);
        String evidence = "year " + year + ", page's " + pageYear + "; " + page.signs();
        return new Scored(new Match(page, method(page), Math.round(confidence * 100) / 100.0, evidence), spelling);
    }

    private static Spelling spelling(Film film, CandidatePage page) {
        if (page.baseTitle().equalsIgnoreCase(film.title())) {
            return Spelling.TITLE;
        }
        return page.baseTitle().equalsIgnoreCase(film.originalTitle()) ? Spelling.ORIGINAL : Spelling.KEY;
    }

    private static String method(CandidatePage page) {
        if (page.kind() == TitleKind.FILM) {
            return page.suffixYear() != null ? "title (year film)" : "title (film)";
        }
        return page.kind() == TitleKind.SCREEN ? "title (other)" : "title";
    }

    private static double byYear(CandidatePage page, Integer year, Integer pageYear) {
        if (page.kind() == TitleKind.SCREEN) {
            return 0.5;
        }
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

    /** An article that shows a film and something else as well. */
    private static double byContrary(CandidatePage page) {
        return page.kind() == TitleKind.PLAIN && page.signs().contains("-") ? -0.1 : 0;
    }
}

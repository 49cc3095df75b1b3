package io.marquee.processor.match;

import io.marquee.processor.films.FilmName;
import io.marquee.processor.pages.Alias;
import io.marquee.processor.pages.CandidatePage;
import io.marquee.processor.pages.PageTitle;
import io.marquee.processor.pages.TitleKind;
import io.marquee.processor.titles.ShorterTitles;
import io.marquee.processor.titles.TitleKey;
import io.marquee.processor.titles.TitleWords;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compares a film with a page. Pure. */
public final class Comparison {

    private static final double CLEAR = 4;
    private static final double LIKELY = 2;
    private static final double POSSIBLE = 0;

    private Comparison() {}

    /**
     * What speaks for and against the page's being the film's.
     *
     * @param names the film, by each way in which it came to the page
     * @param page the page
     */
    public static Set<Evidence> of(Collection<FilmName> names, CandidatePage page) {
        FilmName film = names.iterator().next();
        Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        imdbId(film, page).ifPresent(evidence::add);
        evidence.add(title(film, page, redirects(names)));
        evidence.addAll(years(film, page, redirects(names)));
        evidence.add(suffix(page));
        evidence.add(kind(page));
        if (page.filmEvidence() >= POSSIBLE && page.signs().stream().anyMatch(sign -> sign.startsWith("-"))) {
            evidence.add(Evidence.FILM_MIXED);
        }
        return evidence;
    }

    /** The titles by which redirects led from the film to the page. */
    private static List<PageTitle> redirects(Collection<FilmName> names) {
        return names.stream()
                .flatMap(name -> name.path().stream())
                .filter(alias -> alias.way() == Alias.Way.REDIRECT)
                .map(alias -> PageTitle.parse(alias.name()))
                .distinct()
                .toList();
    }

    private static Optional<Evidence> imdbId(FilmName film, CandidatePage page) {
        if (film.imdbId() == null || page.imdbIds().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(page.imdbIds().contains(film.imdbId()) ? Evidence.SAME_IMDB_ID : Evidence.OTHER_IMDB_ID);
    }

    private static Evidence title(FilmName film, CandidatePage page, List<PageTitle> redirects) {
        String title = film.title();
        String original = film.originalTitle();
        String base = page.baseTitle();
        if (base.equalsIgnoreCase(title)) {
            return Evidence.TITLE;
        }
        if (base.equalsIgnoreCase(original)
                || (original != null && folded(original).equals(folded(base)))) {
            return Evidence.ORIGINAL_TITLE;
        }
        if (folded(title).equals(folded(base))) {
            return Evidence.TITLE_FOLDED;
        }
        if (redirects.stream().anyMatch(redirect -> isFilms(redirect.base(), film))) {
            return Evidence.REDIRECT;
        }
        if (isFilms(base, film)) {
            return Evidence.TITLE_LOOSE;
        }
        if (page.boxName() != null && isFilms(page.boxName(), film)) {
            return Evidence.BOX_NAME;
        }
        if (isShorter(base, title)) {
            return Evidence.PAGE_SHORTER;
        }
        return isShorter(title, base) ? Evidence.PAGE_LONGER : Evidence.NO_TITLE;
    }

    private static boolean isFilms(String name, FilmName film) {
        String key = TitleKey.of(name);
        return key.equals(TitleKey.of(film.title()))
                || (film.originalTitle() != null && key.equals(TitleKey.of(film.originalTitle())));
    }

    private static boolean isShorter(String part, String whole) {
        String key = TitleKey.of(part);
        return ShorterTitles.of(whole).stream()
                .anyMatch(shorter -> TitleKey.of(shorter).equals(key));
    }

    private static String folded(String title) {
        return TitleWords.of(title).folded();
    }

    private static Set<Evidence> years(FilmName film, CandidatePage page, List<PageTitle> redirects) {
        Optional<Integer> suffix = film.year() == null
                ? Optional.empty()
                : nearest(
                        film.year(),
                        page.suffixYear() != null
                                ? Stream.of(page.suffixYear())
                                : redirects.stream().map(PageTitle::year).filter(Objects::nonNull));
        Optional<Integer> text = film.year() == null ? Optional.empty() : nearest(film.year(), page.years().stream());
        if (suffix.isEmpty() && text.isEmpty()) {
            return Set.of(Evidence.NO_YEAR);
        }
        Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        suffix.map(apart -> switch (apart) {
                    case 0 -> Evidence.SUFFIX_YEAR;
                    case 1 -> Evidence.SUFFIX_YEAR_NEAR;
                    case 2 -> Evidence.SUFFIX_YEAR_TWO;
                    default -> Evidence.SUFFIX_YEAR_FAR;
                })
                .ifPresent(evidence::add);
        text.map(apart -> switch (apart) {
                    case 0 -> Evidence.TEXT_YEAR;
                    case 1 -> Evidence.TEXT_YEAR_NEAR;
                    case 2 -> Evidence.TEXT_YEAR_TWO;
                    default -> Evidence.TEXT_YEAR_FAR;
                })
                .ifPresent(evidence::add);
        return evidence;
    }

    private static Optional<Integer> nearest(int year, Stream<Integer> years) {
        return years.map(other -> Math.abs(other - year)).min(Integer::compare);
    }

    private static Evidence suffix(CandidatePage page) {
        return switch (page.kind()) {
            case FILM -> Evidence.SUFFIX_FILM;
            case SCREEN -> Evidence.SUFFIX_SCREEN;
            case PLAIN, OTHER -> Evidence.SUFFIX_NONE;
        };
    }

    private static Evidence kind(CandidatePage page) {
        double shown = page.filmEvidence();
        if (shown >= CLEAR) {
            return Evidence.FILM_CLEAR;
        }
        if (shown >= LIKELY) {
            return Evidence.FILM_LIKELY;
        }
        return shown >= POSSIBLE ? Evidence.FILM_POSSIBLE : Evidence.FILM_UNLIKELY;
    }

    /** Whether the page gives no year that could tell it from namesakes of the film. */
    static boolean isYearless(CandidatePage page) {
        return page.suffixYear() == null && page.years().isEmpty();
    }

    /** Whether the page may be of the year, give or take one. */
    static boolean isOfYear(CandidatePage page, int year) {
        return Stream.concat(Stream.ofNullable(page.suffixYear()), page.years().stream())
                .anyMatch(other -> Math.abs(other - year) <= 1);
    }

    /** How the film came to the page, to read. */
    static String method(Set<Evidence> evidence, CandidatePage page) {
        if (evidence.contains(Evidence.SAME_IMDB_ID)) {
            return "imdb id";
        }
        if (evidence.contains(Evidence.REDIRECT)) {
            return "redirect";
        }
        if (evidence.contains(Evidence.PAGE_SHORTER) || evidence.contains(Evidence.PAGE_LONGER)) {
            return "part of the title";
        }
        if (evidence.contains(Evidence.BOX_NAME)) {
            return "infobox";
        }
        if (page.kind() == TitleKind.FILM) {
            return page.suffixYear() != null ? "title (year film)" : "title (film)";
        }
        return page.kind() == TitleKind.SCREEN ? "title (other)" : "title";
    }
}

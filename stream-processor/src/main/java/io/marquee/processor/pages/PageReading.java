package io.marquee.processor.pages;

import io.marquee.records.Page;
import java.util.Optional;

/** Tells whether a page may be a film's, first by a glance at its bytes, then by reading it. */
public final class PageReading {

    /** Below this an article under a plain title is not about a film. */
    private static final double LEAST_EVIDENCE = 0.5;

    private PageReading() {}

    /**
     * Whether a page's JSON has anything in it that nearly every film's page has: the word film or movie, a section
     * named Cast, Plot or Box office, or debris of an infobox. What has none of these is not a film's, and is spared its
     * parsing.
     */
    public static boolean mayBeFilm(byte[] json) {
        for (int i = 0; i < json.length - 3; i++) {
            boolean found = switch (json[i]) {
                case 'f', 'F' -> follows(json, i, 'i', 'l', 'm');
                case 'm', 'M' -> follows(json, i, 'o', 'v', 'i');
                case 'C' -> follows(json, i, 'a', 's', 't');
                case 'P' -> follows(json, i, 'l', 'o', 't');
                case 'B' -> follows(json, i, 'o', 'x', ' ');
                case '=' -> true;
                default -> false;
            };
            if (found) {
                return true;
            }
        }
        return false;
    }

    private static boolean follows(byte[] json, int at, char first, char second, char third) {
        return json[at + 1] == first && json[at + 2] == second && json[at + 3] == third;
    }

    /** Reads a page; empty if it cannot be a film's. */
    public static Optional<CandidatePage> read(Page page) {
        PageTitle title = PageTitle.parse(page.title());
        if (title.kind() == TitleKind.OTHER) {
            return Optional.empty();
        }
        FilmSigns signs = FilmSigns.of(page.abstractText(), page.sections());
        if (title.kind() != TitleKind.FILM && signs.score() < LEAST_EVIDENCE) {
            return Optional.empty();
        }
        return Optional.of(new CandidatePage(
                page.title(),
                page.url(),
                Abstracts.clean(page.abstractText()),
                title.base(),
                title.kind(),
                title.year(),
                signs.year(),
                signs.score(),
                String.join(", ", signs.signs())));
    }
}

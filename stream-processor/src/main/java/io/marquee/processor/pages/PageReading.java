package io.marquee.processor.pages;

import io.marquee.records.Page;
import java.util.Optional;

/** Tells whether a page may be a film's. Pure. */
public final class PageReading {

    /** Below this an article under a plain title is not about a film. */
    private static final double LEAST_EVIDENCE = 0.5;

    private PageReading() {}

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

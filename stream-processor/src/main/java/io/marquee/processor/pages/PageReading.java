package io.marquee.processor.pages;

import io.marquee.processor.titles.ShorterTitles;
import io.marquee.records.Infobox;
import io.marquee.records.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells whether a page may be a film's, or another name of one. Pure. */
public final class PageReading {

    /** Below this an article under a plain title is not about a film. */
    private static final double LEAST_EVIDENCE = 0.5;

    private PageReading() {}

    /** What the join has to keep of a page: nothing if it cannot be a film's. */
    public static List<PageEntry> entries(Page page) {
        if (page.redirect() != null) {
            return PageTitle.parse(page.title()).kind() == TitleKind.OTHER
                            || PageTitle.parse(page.redirect()).kind() == TitleKind.OTHER
                    ? List.of()
                    : List.of(new PageEntry(null, new Alias(page.title(), Alias.Way.REDIRECT, page.redirect())));
        }
        List<PageEntry> entries = new ArrayList<>();
        read(page).ifPresent(candidate -> {
            entries.add(new PageEntry(candidate, null));
            aliases(candidate).forEach(alias -> entries.add(new PageEntry(null, alias)));
        });
        return entries;
    }

    /** Reads an article; empty if it cannot be a film's. */
    public static Optional<CandidatePage> read(Page page) {
        PageTitle title = PageTitle.parse(page.title());
        if (title.kind() == TitleKind.OTHER) {
            return Optional.empty();
        }
        FilmSigns signs = FilmSigns.of(page);
        if (title.kind() != TitleKind.FILM && signs.score() < LEAST_EVIDENCE) {
            return Optional.empty();
        }
        Infobox infobox = page.infobox();
        return Optional.of(new CandidatePage(
                page.title(),
                page.url(),
                Abstracts.clean(page.abstractText()),
                title.base(),
                title.kind(),
                title.year(),
                signs.years(),
                infobox == null ? null : infobox.name(),
                page.imdbIds(),
                signs.score(),
                signs.signs()));
    }

    private static List<Alias> aliases(CandidatePage page) {
        String own = PageTitle.parse(page.title()).key();
        List<Alias> aliases = new ArrayList<>();
        page.imdbIds().forEach(id -> aliases.add(new Alias(id, Alias.Way.IMDB_ID, page.title())));
        if (page.boxName() != null) {
            aliases.add(new Alias(page.boxName(), Alias.Way.INFOBOX_NAME, page.title()));
        }
        ShorterTitles.of(page.baseTitle())
                .forEach(shorter -> aliases.add(new Alias(shorter, Alias.Way.SHORTER_TITLE, page.title())));
        aliases.removeIf(alias -> alias.key().equals(own));
        return aliases;
    }
}

package io.marquee.processor.pages;

/** What the words in parentheses after a title say of the page. */
public enum TitleKind {
    /** Nothing: "Heat"; or they are part of the title: "(500) Days of Summer". */
    PLAIN,
    /** A film: "Heat (film)", "Heat (1995 film)", "Heat (1995 American film)". */
    FILM,
    /** Something else that was shown on a screen, which TMDB counts among films: "It (miniseries)". */
    SCREEN,
    /** Something else: "Heat (novel)". */
    OTHER
}

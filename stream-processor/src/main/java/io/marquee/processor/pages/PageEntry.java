package io.marquee.processor.pages;

/**
 * What goes from pages to the join: a page that may be a film's, or an alias of a page. One of the two.
 *
 * @param page null for an alias
 * @param alias null for a page
 */
public record PageEntry(CandidatePage page, Alias alias) {

    /** The title key under which the join keeps it. */
    public String key() {
        return page != null ? PageTitle.parse(page.title()).key() : alias.key();
    }

    /** What tells it from the others under its key. */
    public String name() {
        return page != null ? page.title() : alias.way() + " " + alias.name() + " > " + alias.target();
    }
}

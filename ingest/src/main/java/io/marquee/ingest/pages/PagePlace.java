package io.marquee.ingest.pages;

/** Where the page stands that is being handed over. Its text is only made when it is asked for. Not thread-safe. */
public final class PagePlace {

    private final String file;
    private long number;
    private long line;
    private String title;

    PagePlace(String file) {
        this.file = file;
    }

    void advance() {
        number++;
    }

    /** The reading is so many lines further; for formats whose parser does not count them. */
    void addLines(long lines) {
        line += lines;
    }

    /** The line, from 1; 0 if the parser counts them. */
    long line() {
        return line;
    }

    /** The page has this title, as far as is known, although it is not handed over. */
    void within(String pageTitle) {
        title = pageTitle;
    }

    /** The title of a page that cannot be handed over, or null. */
    String title() {
        return title;
    }

    long number() {
        return number;
    }

    /** Such as {@code enwiki-abstract.xml.gz page 12}. */
    public String text() {
        return file + " page " + number;
    }
}

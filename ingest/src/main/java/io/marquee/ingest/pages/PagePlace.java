package io.marquee.ingest.pages;

/** Where the page stands that is being handed over. Its text is only made when it is asked for. Not thread-safe. */
public final class PagePlace {

    private final String file;
    private long number;

    PagePlace(String file) {
        this.file = file;
    }

    void advance() {
        number++;
    }

    long number() {
        return number;
    }

    /** Such as {@code enwiki-abstract.xml.gz page 12}. */
    public String text() {
        return file + " page " + number;
    }
}

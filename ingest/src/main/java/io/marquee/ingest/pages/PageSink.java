package io.marquee.ingest.pages;

import io.marquee.records.Page;

/** Takes what is read of a dump, in its order. */
public interface PageSink {

    /**
     * Takes a page.
     *
     * @param place file and number of the page
     */
    void page(PagePlace place, Page page);

    /**
     * Takes a page that can be no film's: it is no article, or sends its readers to a part of one.
     *
     * @param place file and number of the page
     * @param title the page's title
     */
    void otherPage(PagePlace place, String title);

    /**
     * Takes a page that cannot be used.
     *
     * @param place file and number of the page
     * @param reason why, to read
     * @param page what there was of it
     */
    void rejected(PagePlace place, String reason, Page page);

    /** Called on every page; cheap, and the place to stop by throwing. */
    default void step() {}
}

package io.marquee.ingest.pages;

import io.marquee.records.Page;

/**
 * A page as it was read.
 *
 * @param page all there is of it
 * @param rejection why it cannot be used, or null
 */
record ReadPage(Page page, String rejection) {

    void handTo(PageSink sink, PagePlace place) {
        if (rejection == null) {
            sink.page(place, page);
        } else {
            sink.rejected(place, rejection, page);
        }
    }
}

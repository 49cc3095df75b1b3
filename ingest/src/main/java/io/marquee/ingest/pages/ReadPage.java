package io.marquee.ingest.pages;

import io.marquee.records.Page;

/** A page as it was read. */
sealed interface ReadPage {

    /** Hands it to who wants it. */
    void handTo(PageSink sink, PagePlace place);

    /** An article, or a title that sends its readers to one. */
    record Whole(Page page) implements ReadPage {
        @Override
        public void handTo(PageSink sink, PagePlace place) {
            sink.page(place, page);
        }
    }

    /** A page that is no article, or sends its readers to a part of one. */
    record Other(String title) implements ReadPage {
        @Override
        public void handTo(PageSink sink, PagePlace place) {
            sink.otherPage(place, title);
        }
    }

    /** A page that cannot be used. */
    record Rejected(Page page, String reason) implements ReadPage {
        @Override
        public void handTo(PageSink sink, PagePlace place) {
            sink.rejected(place, reason, page);
        }
    }
}

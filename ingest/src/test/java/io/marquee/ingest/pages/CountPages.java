package io.marquee.ingest.pages;

import io.marquee.ingest.source.Sources;
import io.marquee.records.Page;
import java.io.IOException;

/** Reads a dump in a process of its own, whose memory is bounded, and says how many pages it has. */
final class CountPages implements PageSink {

    private int count;

    private CountPages() {}

    public static void main(String[] arguments) throws IOException {
        CountPages pages = new CountPages();
        new PageSource(Sources.of(arguments[0]), 2).read(pages, content -> {});
        System.out.println(pages.count + " pages");
    }

    @Override
    public void page(PagePlace place, Page page) {
        count++;
    }

    @Override
    public void otherPage(PagePlace place, String title) {
        count++;
    }

    @Override
    public void rejected(PagePlace place, String reason, Page page) {}
}

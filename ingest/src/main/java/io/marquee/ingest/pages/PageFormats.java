package io.marquee.ingest.pages;

import java.util.Map;
import java.util.Optional;

/** The formats that can be read, by their root element. A format joins by a line here. */
final class PageFormats {

    private static final Map<String, PageReader> BY_ROOT = Map.of(
            "feed", new AbstractDumpReader(), "root", new AbstractDumpReader(), "mediawiki", new MediaWikiReader());

    private PageFormats() {}

    static Optional<PageReader> of(String root) {
        return Optional.ofNullable(BY_ROOT.get(root));
    }
}

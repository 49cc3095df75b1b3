package io.marquee.ingest.fetch;

import java.nio.file.Path;
import java.util.List;

/**
 * A dump that is finished.
 *
 * @param wiki such as {@code enwiki}
 * @param date such as {@code 20261101}
 * @param files in the order of their articles
 */
record DumpEdition(String wiki, String date, List<DumpFile> files) {

    DumpEdition {
        files = List.copyOf(files);
    }

    /** Where its files are kept, below the directory for downloads. */
    Path folder() {
        return Path.of("dumps", wiki, date);
    }

    @Override
    public String toString() {
        return wiki + ":" + date;
    }
}

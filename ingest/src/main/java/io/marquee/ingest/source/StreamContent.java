package io.marquee.ingest.source;

import java.io.IOException;
import java.io.InputStream;

/** A source that is one stream: gz, bz2 or plain. It is hashed on its way. */
record StreamContent(String name, MeteredInputStream raw, InputStream unpacked, long bytesTotal) implements Packed {

    @Override
    public long bytesRead() {
        return raw.count();
    }

    @Override
    public String finish(Source source) throws IOException {
        return raw.finish();
    }

    @Override
    public void close() throws IOException {
        try (raw) {
            unpacked.close();
        }
    }
}

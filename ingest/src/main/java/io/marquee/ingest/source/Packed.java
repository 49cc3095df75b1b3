package io.marquee.ingest.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** One way of being packed. */
interface Packed extends Closeable {

    String name();

    InputStream unpacked();

    long bytesRead();

    long bytesTotal();

    /** The SHA-256 of the packed source, whose unpacked bytes have been read to their end. */
    String finish(Source source) throws IOException;
}

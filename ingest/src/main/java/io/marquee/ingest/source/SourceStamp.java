package io.marquee.ingest.source;

import java.net.URI;
import java.time.Instant;

/**
 * What can be known of a source without reading it.
 *
 * @param uri absolute
 * @param size bytes, as stored
 * @param modified when it was last written
 */
public record SourceStamp(URI uri, long size, Instant modified) {}

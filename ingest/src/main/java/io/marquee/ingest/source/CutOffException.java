package io.marquee.ingest.source;

import java.io.IOException;

/** A packed stream ended before its end. */
final class CutOffException extends IOException {

    CutOffException(Throwable cause) {
        super("unexpected end of the packed stream", cause);
    }
}

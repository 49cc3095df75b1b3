package io.marquee.ops.stack;

import java.io.Closeable;
import java.io.IOException;

/** Closes several things, whatever becomes of each. */
final class Closing {

    private Closing() {}

    /** Closes all in order; throws the first failure, with the others as suppressed. */
    static void all(Closeable... parts) throws IOException {
        IOException failure = null;
        for (Closeable part : parts) {
            try {
                part.close();
            } catch (IOException | RuntimeException e) {
                IOException next = e instanceof IOException known ? known : new IOException(e);
                if (failure == null) {
                    failure = next;
                } else {
                    failure.addSuppressed(next);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}

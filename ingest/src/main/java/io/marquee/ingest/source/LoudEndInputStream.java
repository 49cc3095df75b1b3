package io.marquee.ingest.source;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Makes the errors of unpacking fit for reading ahead, so that each comes after all bytes before it and none is missed.
 *
 * <p>Reading ahead takes an {@link EOFException} for an ordinary end, and half a source would pass for a whole one: a cut
 * is told by another exception. And it drops what it has in hand when an error comes, but hands it over after a reading of
 * no bytes: such a one comes before the error.
 */
final class LoudEndInputStream extends FilterInputStream {

    private IOException failure;
    private boolean announced;

    LoudEndInputStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        throw new IOException("reading ahead reads many bytes at a time");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (failure != null) {
            if (announced) {
                throw failure;
            }
            announced = true;
            return 0;
        }
        long before = unpacked();
        try {
            return super.read(bytes, offset, length);
        } catch (IOException e) {
            failure = e instanceof EOFException ? new CutOffException(e) : e;
            int salvaged = (int) (unpacked() - before);
            announced = salvaged == 0;
            return salvaged;
        }
    }

    /** How many bytes were unpacked so far, by the one that has those of a failed reading in its count. */
    private long unpacked() {
        return in instanceof GzipCompressorInputStream gzip ? gzip.getBytesRead() : 0;
    }
}

package io.marquee.ingest.source;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Says with another exception that a packed stream is cut off: reading ahead takes an {@link EOFException} for an ordinary
 * end, and half a source would pass for a whole one.
 */
final class LoudEndInputStream extends FilterInputStream {

    LoudEndInputStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (EOFException e) {
            throw new CutOffException(e);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (EOFException e) {
            throw new CutOffException(e);
        }
    }
}

package io.marquee.ingest.pages;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** Keeps what is read of a file's beginning until its format is known. Not thread-safe. */
final class HeadInputStream extends FilterInputStream {

    /** A dump tells what it is within its first line. */
    private static final int LONGEST = 1 << 20;

    private ByteArrayOutputStream head = new ByteArrayOutputStream();

    HeadInputStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0 && head != null) {
            if (head.size() > LONGEST) {
                throw new IOException("no element begins within the first megabyte");
            }
            head.write(bytes, offset, read);
        }
        return read;
    }

    /** What was read so far, as it is in Latin-1; empty once it is no longer kept. */
    String head() {
        return head == null ? "" : head.toString(ISO_8859_1);
    }

    /** Keeps no more. */
    void forget() {
        head = null;
    }

    /** The file from its beginning. Keeps no more. */
    InputStream again() {
        InputStream kept = new ByteArrayInputStream(head.toByteArray());
        forget();
        return new SequenceInputStream(kept, this);
    }

    /** Leaves the file open: who opened it has to read it to its very end. */
    @Override
    public void close() {}
}

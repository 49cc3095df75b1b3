package io.marquee.ingest.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and hashes what is read through it. Read by one thread at a time; the count may be asked for by any. */
final class MeteredInputStream extends FilterInputStream {

    private static final int DRAIN_BUFFER = 1 << 16;

    private final MessageDigest digest = sha256();
    private volatile long count;

    MeteredInputStream(InputStream in) {
        super(in);
    }

    /** Bytes read so far. */
    long count() {
        return count;
    }

    /** Reads what is left, then gives the SHA-256 of all bytes, in hexadecimal. To be called once. */
    String finish() throws IOException {
        byte[] buffer = new byte[DRAIN_BUFFER];
        int length = read(buffer, 0, buffer.length);
        while (length >= 0) {
            length = read(buffer, 0, buffer.length);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The SHA-256 of a source, for which it is read once from its beginning to its end. */
    static String hash(Source source) throws IOException {
        try (MeteredInputStream metered = new MeteredInputStream(source.open())) {
            return metered.finish();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes.
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            digest.update(bytes, offset, read);
            count += read;
        }
        return read;
    }

    /** Reads, so that what is skipped is hashed too. */
    @Override
    public long skip(long bytes) throws IOException {
        byte[] skipped = new byte[(int) Math.min(DRAIN_BUFFER, Math.max(0, bytes))];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException("this Java has no SHA-256", e));
        }
    }
}

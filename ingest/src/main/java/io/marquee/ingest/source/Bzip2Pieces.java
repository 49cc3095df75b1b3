package io.marquee.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a bz2 file where streams seem to begin, without unpacking anything. A stream begins at a byte with ten bytes that
 * are always the same, but for one digit; that packed data has them by chance does not happen in the life of a dump, and
 * who unpacks a piece finds it out. Streams that are short stay together in a piece. Not thread-safe.
 */
final class Bzip2Pieces {

    /** The beginning of a stream is {@code BZh}, the size of its blocks as a digit, and the beginning of a block. */
    private static final byte[] BLOCK = {0x31, 0x41, 0x59, 0x26, 0x53, 0x59};

    private static final int SIGNATURE = 4 + BLOCK.length;

    private static final int READ = 1 << 16;

    private final InputStream packed;
    private final int target;
    private final int most;
    private final byte[] buffer;
    private int limit;
    private boolean starts = true;

    /**
     * @param packed the file
     * @param target bytes that a piece has at least, unless it is the last or begins within a stream
     * @param most bytes that a piece has at most; a stream that is longer comes in several
     */
    Bzip2Pieces(InputStream packed, int target, int most) {
        this.packed = packed;
        this.target = target;
        this.most = most;
        this.buffer = new byte[most + SIGNATURE + READ];
    }

    /**
     * A piece of the file.
     *
     * @param startsStream whether it seems to begin with a stream
     * @param endsStream whether it seems to end with one
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares pieces, and a copy of each would cost.
    record Piece(byte[] bytes, boolean startsStream, boolean endsStream) {}

    /** The next piece; null after the last. */
    Piece next() throws IOException {
        boolean more = require(SIGNATURE);
        if (limit == 0) {
            return null;
        }
        starts |= more && isStart(0);
        int at = starts ? Math.min(target, most) : 1;
        while (true) {
            more = require(at + SIGNATURE);
            int last = Math.min(limit - SIGNATURE, most);
            while (at <= last && !isStart(at)) {
                at++;
            }
            if (at <= last) {
                return take(at, true);
            }
            if (!more) {
                return limit <= most ? take(limit, true) : take(most, false);
            }
            if (at > most) {
                return take(most, false);
            }
        }
    }

    private boolean isStart(int at) {
        return buffer[at] == 'B'
                && buffer[at + 1] == 'Z'
                && buffer[at + 2] == 'h'
                && buffer[at + 3] >= '1'
                && buffer[at + 3] <= '9'
                && Arrays.equals(buffer, at + 4, at + SIGNATURE, BLOCK, 0, BLOCK.length);
    }

    private Piece take(int length, boolean atStart) {
        Piece piece = new Piece(Arrays.copyOf(buffer, length), starts, atStart);
        System.arraycopy(buffer, length, buffer, 0, limit - length);
        limit -= length;
        starts = atStart;
        return piece;
    }

    /** Reads until so many bytes are at hand; false if the file has no more. */
    private boolean require(int bytes) throws IOException {
        while (limit < bytes) {
            int read = packed.read(buffer, limit, Math.min(READ, buffer.length - limit));
            if (read < 0) {
                return false;
            }
            limit += read;
        }
        return true;
    }
}

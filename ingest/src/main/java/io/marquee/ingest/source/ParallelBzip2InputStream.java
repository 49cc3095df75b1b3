package io.marquee.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * Unpacks a bz2 file of many streams, several at a time, and hands their bytes over in order. What cannot be unpacked by
 * itself, because it is too large for memory, damaged, cut off, or no stream in truth, is unpacked here, as a file of one
 * stream is: all bytes before an error come before it. Not thread-safe.
 */
final class ParallelBzip2InputStream extends InputStream {

    /** Packed bytes that are worth the handing over between threads: the streams of a few hundred articles. */
    private static final int PIECE = 1 << 17;

    private static final int LARGEST_PIECE = 1 << 21;

    private static final int LARGEST_UNPACKED = 1 << 23;

    private final InputStream packed;
    private final Bzip2Slots slots;
    private byte[] ready = {};
    private int position;
    private InputStream rest;
    private BZip2CompressorInputStream single;
    private IOException failure;

    ParallelBzip2InputStream(InputStream packed, ExecutorService workers, int ahead) {
        this(packed, workers, ahead, PIECE, LARGEST_PIECE, LARGEST_UNPACKED);
    }

    /** As the other, with bounds of its own. */
    ParallelBzip2InputStream(
            InputStream packed, ExecutorService workers, int ahead, int piece, int largestPiece, int largestUnpacked) {
        this(
                packed,
                new Bzip2Slots(new Bzip2Pieces(packed, piece, largestPiece)::next, workers, ahead, largestUnpacked));
    }

    /** Unpacks pieces that come from {@code packed}, which it closes. */
    ParallelBzip2InputStream(InputStream packed, Bzip2Slots slots) {
        this.packed = packed;
        this.slots = slots;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            if (failure != null) {
                throw failure;
            }
            if (position < ready.length) {
                int count = Math.min(length, ready.length - position);
                System.arraycopy(ready, position, bytes, offset, count);
                position += count;
                return count;
            }
            if (rest != null) {
                int count = readHere(bytes, offset, length);
                if (count > 0) {
                    return count;
                }
            } else if (!nextPiece()) {
                return -1;
            }
        }
    }

    /** Takes up the next piece; false after the last. */
    private boolean nextPiece() throws IOException {
        Bzip2Slots.Slot slot = slots.peek();
        if (slot == null) {
            return false;
        }
        byte[] unpacked = slot.unpacked() == null ? null : await(slot);
        if (unpacked == null) {
            rest = slots.packed();
        } else {
            slots.take();
            ready = unpacked;
            position = 0;
        }
        return true;
    }

    private static byte[] await(Bzip2Slots.Slot slot) throws IOException {
        try {
            return slot.unpacked().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while unpacking");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    /**
     * Unpacks on this thread, byte by byte: of several, those before an error would be lost.
     *
     * @return 0 if there is no more that must be unpacked so
     */
    private int readHere(byte[] bytes, int offset, int length) {
        int count = 0;
        try {
            while (count < length) {
                int next = single == null ? -1 : single.read();
                if (next >= 0) {
                    bytes[offset + count++] = (byte) next;
                } else if (!nextStream()) {
                    break;
                }
            }
        } catch (IOException | RuntimeException e) {
            failure = atEnd() ? new CutOffException(e) : e instanceof IOException known ? known : new IOException(e);
        }
        return count;
    }

    /** Begins the next stream here; false if the next can be unpacked by others, or if there is none. */
    private boolean nextStream() throws IOException {
        Bzip2Slots.Slot slot = slots.peek();
        if (single != null && slot != null && rest.available() == 0) {
            slots.take();
            slot = slots.peek();
            rest = slots.packed();
        }
        boolean elsewhere = slot == null
                || (single != null && atStartOf(slot) && slot.piece().startsStream());
        single = null;
        if (elsewhere) {
            rest = null;
            return false;
        }
        single = new BZip2CompressorInputStream(rest, false);
        return true;
    }

    private boolean atStartOf(Bzip2Slots.Slot slot) throws IOException {
        return rest.available() == slot.piece().bytes().length;
    }

    private boolean atEnd() {
        try {
            return slots.peek() == null;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try (packed) {
            slots.close();
        }
    }
}

package io.marquee.ingest.source;

import io.marquee.ingest.source.Bzip2Pieces.Piece;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * The pieces of a bz2 file that are being unpacked, in their order, and no more of them than memory is meant for. Not
 * thread-safe.
 */
final class Bzip2Slots implements Closeable {

    private final Pieces pieces;
    private final ExecutorService workers;
    private final int ahead;
    private final int mostUnpacked;
    private final Deque<Slot> slots = new ArrayDeque<>();
    private IOException failure;
    private boolean ended;

    /**
     * @param pieces of the file
     * @param workers unpack
     * @param ahead how many pieces are in memory
     * @param mostUnpacked bytes that a piece may have unpacked, if it is to be in memory
     */
    Bzip2Slots(Pieces pieces, ExecutorService workers, int ahead, int mostUnpacked) {
        this.pieces = pieces;
        this.workers = workers;
        this.ahead = ahead;
        this.mostUnpacked = mostUnpacked;
    }

    /** Gives one piece of a file after the other; null after the last. */
    interface Pieces {
        Piece next() throws IOException;
    }

    /**
     * A piece and what becomes of it.
     *
     * @param unpacked its bytes, or null if it cannot be unpacked by itself; absent where that is known beforehand
     */
    record Slot(Piece piece, Future<byte[]> unpacked) {}

    /** The first piece that was not taken yet, or null if there is none. */
    Slot peek() throws IOException {
        while (!ended && slots.size() < ahead) {
            add();
        }
        if (slots.isEmpty() && failure != null) {
            throw failure;
        }
        return slots.peek();
    }

    /** Takes the first piece. */
    void take() {
        Slot slot = slots.poll();
        if (slot != null && slot.unpacked() != null) {
            slot.unpacked().cancel(true);
        }
    }

    private void add() {
        try {
            Piece piece = pieces.next();
            if (piece == null) {
                ended = true;
            } else if (piece.startsStream() && piece.endsStream()) {
                slots.add(new Slot(piece, workers.submit(() -> Bzip2Unpacking.unpack(piece.bytes(), mostUnpacked))));
            } else {
                slots.add(new Slot(piece, null));
            }
        } catch (IOException e) {
            // What came before it is to be handed over first.
            failure = e;
            ended = true;
        }
    }

    /** What is left of the file, packed. */
    InputStream packed() {
        return new Packed();
    }

    /** Reads one piece after the other, and takes each once more than it is asked for. */
    private final class Packed extends InputStream {

        private int position;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            Slot slot = peek();
            while (slot != null && position == slot.piece().bytes().length) {
                take();
                position = 0;
                slot = peek();
            }
            if (slot == null) {
                return -1;
            }
            int count = Math.min(length, slot.piece().bytes().length - position);
            System.arraycopy(slot.piece().bytes(), position, bytes, offset, count);
            position += count;
            return count;
        }

        /** How many bytes are left of the piece. */
        @Override
        public int available() throws IOException {
            Slot slot = peek();
            return slot == null ? 0 : slot.piece().bytes().length - position;
        }
    }

    @Override
    public void close() {
        while (!slots.isEmpty()) {
            take();
        }
    }
}

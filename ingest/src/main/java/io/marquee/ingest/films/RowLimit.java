package io.marquee.ingest.films;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops a row that does not end, before it fills the memory. */
final class RowLimit extends FilterReader {

    /** Characters; far more than any film has, and what a parser reads ahead is small against it. */
    static final int LONGEST = 4_000_000;

    private long read;

    RowLimit(Reader in) {
        super(in);
    }

    /** Counts anew. */
    void startRow() {
        read = 0;
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        count(character < 0 ? 0 : 1);
        return character;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int characters) throws IOException {
        read += characters;
        if (read > LONGEST) {
            throw new Exceeded();
        }
    }

    /** The row is too long. */
    static final class Exceeded extends IOException {}
}

package io.marquee.ingest.pages;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Bytes of a file that were read and are still needed. Places count from the first of them. Not thread-safe. */
final class SplitBuffer {

    private final int usual;
    private byte[] bytes;
    private int first;
    private int end;

    /** @param usual bytes that it holds unless it is made to grow */
    SplitBuffer(int usual) {
        this.usual = usual;
        this.bytes = new byte[usual];
    }

    int limit() {
        return end - first;
    }

    byte at(int place) {
        return bytes[first + place];
    }

    /** Whether nothing can be read before something is dropped, or it grows. */
    boolean isFull() {
        return limit() == bytes.length;
    }

    /** Reads what comes, into a buffer that is not full; false at the end. */
    boolean fill(InputStream in) throws IOException {
        if (end == bytes.length) {
            System.arraycopy(bytes, first, bytes, 0, limit());
            end -= first;
            first = 0;
        }
        int read = in.read(bytes, end, bytes.length - end);
        end += Math.max(0, read);
        return read >= 0;
    }

    void drop(int count) {
        first += count;
        if (bytes.length > usual && limit() <= usual / 2) {
            bytes = Arrays.copyOf(copy(0, limit()), usual);
            end -= first;
            first = 0;
        }
    }

    void grow() {
        bytes = Arrays.copyOfRange(bytes, first, first + 2 * bytes.length);
        end -= first;
        first = 0;
    }

    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, first + from, first + Math.min(to, limit()));
    }

    int indexOf(byte wanted, int from) {
        byte[] all = bytes;
        for (int i = first + from; i < end; i++) {
            if (all[i] == wanted) {
                return i - first;
            }
        }
        return -1;
    }

    int indexOf(byte[] wanted, int from) {
        int place = indexOf(wanted[0], from);
        while (place >= 0 && !startsWith(wanted, place)) {
            place = indexOf(wanted[0], place + 1);
        }
        return place;
    }

    boolean startsWith(byte[] wanted, int place) {
        return place + wanted.length <= limit()
                && Arrays.equals(bytes, first + place, first + place + wanted.length, wanted, 0, wanted.length);
    }

    /** Whether a tag of this beginning stands there: its name must end, too. */
    boolean isTag(byte[] beginning, int place) {
        int after = place + beginning.length;
        return startsWith(beginning, place)
                && after < limit()
                && (at(after) == '>' || at(after) == '/' || isBlank(after, after + 1));
    }

    boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            byte one = at(i);
            if (one != ' ' && one != '\n' && one != '\r' && one != '\t') {
                return false;
            }
        }
        return true;
    }

    long lines(int from, int to) {
        long lines = 0;
        for (int i = from; i < to; i++) {
            lines += at(i) == '\n' ? 1 : 0;
        }
        return lines;
    }
}

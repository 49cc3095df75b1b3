package io.marquee.ingest.films;

import io.marquee.settings.UserException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Knows, after a first reading, which row of those with one id is the last.
 *
 * <p>Its memory does not grow with the number of films: 16 MB of bits, by the id's lower digits, tell ids that may have
 * come before; only those are remembered by themselves. TMDB's ids are far below the number of bits, so that hardly any
 * is suspected wrongly. A map of all ids would take 100 bytes a film.
 */
final class FilmIds {

    private static final int BITS = 1 << 27;

    private final String file;
    private final int most;
    private final BitSet seen = new BitSet(BITS);
    private final Map<Long, Long> lastLines = new HashMap<>();

    /**
     * @param file for the error
     * @param most how many ids may occur more than once
     */
    FilmIds(String file, int most) {
        this.file = file;
        this.most = most;
    }

    /**
     * Takes up a valid row of the first reading, in order.
     *
     * @throws UserException if too many ids occur more than once
     */
    void add(long id, long line) {
        int bit = (int) (id & (BITS - 1));
        if (!seen.get(bit)) {
            seen.set(bit);
            return;
        }
        lastLines.put(id, line);
        if (lastLines.size() > most) {
            throw new UserException(file + " line " + line + ": more than " + most
                    + " ids occur twice: the file is broken, fetch it again, or raise --max-rejected");
        }
    }

    /** The line of the last row with this id, or the given line if it is that itself. */
    long lastLine(long id, long line) {
        return lastLines.getOrDefault(id, line);
    }
}

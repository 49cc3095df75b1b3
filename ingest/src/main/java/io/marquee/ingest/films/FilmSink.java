package io.marquee.ingest.films;

import io.marquee.records.Film;

/** Takes what is read of the films, in the order of the file. */
public interface FilmSink {

    /**
     * Takes a film.
     *
     * @param place file and line
     */
    void film(String place, Film film);

    /**
     * Takes a row that cannot be a film.
     *
     * @param place file and line
     * @param reason why, to read
     * @param row as CSV
     */
    void rejected(String place, String reason, String row);

    /** Called on every row that is read, in both readings; cheap, and the place to stop by throwing. */
    default void step() {}
}

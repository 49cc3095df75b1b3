package io.marquee.processor.films;

/**
 * A film bears a title key, or bears it no longer.
 *
 * @param filmId the film
 * @param year of its release, or null
 * @param gone whether it bears it no longer
 */
public record FilmName(long filmId, Integer year, boolean gone) {

    /** A film that bears a title key. */
    static FilmName of(StoredFilm film) {
        return new FilmName(film.film().filmId(), film.year(), false);
    }

    /** The same film, which bears it no longer. */
    FilmName lost() {
        return new FilmName(filmId, year, true);
    }

    /** Whether a film of the same name was there before this one. */
    public boolean isOlderThan(FilmName other) {
        return year != null && other.year != null && year < other.year;
    }
}

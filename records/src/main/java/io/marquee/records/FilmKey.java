package io.marquee.records;

/**
 * Key of a film.
 *
 * @param filmId the TMDB id
 */
public record FilmKey(long filmId) {}

package io.marquee.processor.films;

/**
 * A film bears a title key, or bears it no longer.
 *
 * @param filmId the film
 * @param gone whether it bears it no longer
 */
public record FilmName(long filmId, boolean gone) {}

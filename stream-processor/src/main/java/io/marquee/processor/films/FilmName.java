package io.marquee.processor.films;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.marquee.processor.pages.Alias;
import io.marquee.records.Film;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A film bears a title key, or bears it no longer. With it goes what tells the film from its namesakes.
 *
 * @param filmId the film
 * @param title its title
 * @param originalTitle its title in the original language, or null if it is the same
 * @param year of its release, or null
 * @param imdbId its IMDb id, or null
 * @param votes how many voted on it, which tells how well it is known
 * @param path the aliases by which the film came to the key, first to last: it is another name for the last one's page
 *     then, and for no other; empty if the key is the film's own
 * @param gone whether it bears the key no longer
 */
public record FilmName(
        long filmId,
        String title,
        String originalTitle,
        Integer year,
        String imdbId,
        long votes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Alias> path,
        boolean gone) {

    /** Redirects to redirects are mended soon in Wikipedia; a chain that is longer is none. */
    private static final int LONGEST_PATH = 5;

    /** Reads what topics leave out as empty. */
    public FilmName {
        path = path == null ? List.of() : path;
    }

    /** A film under a key of its own. */
    public static FilmName of(Film film) {
        String original = film.title().equals(film.originalTitle()) ? null : film.originalTitle();
        Integer year = film.releaseDate() == null ? null : film.releaseDate().getYear();
        return new FilmName(
                film.filmId(), film.title(), original, year, film.imdbId(), film.voteCount(), List.of(), false);
    }

    /** The same film, which bears the key no longer. */
    public FilmName lost() {
        return new FilmName(filmId, title, originalTitle, year, imdbId, votes, path, true);
    }

    /** What tells the name from others under its key. */
    @JsonIgnore
    public String identity() {
        return filmId
                + path.stream()
                        .map(alias -> "\0" + alias.way() + " " + alias.name() + " > " + alias.target())
                        .collect(Collectors.joining());
    }

    /** Whether it is a name for that page or alias under its key. */
    public boolean isFor(String pageTitle) {
        return path.isEmpty() || target().equals(pageTitle);
    }

    /** The film under the key of an alias' page; empty if that leads nowhere, or in circles. */
    public Optional<FilmName> by(Alias alias) {
        boolean applies = alias.way() == Alias.Way.REDIRECT ? isFor(alias.name()) : path.isEmpty();
        boolean circular = alias.name().equals(alias.target())
                || path.stream().anyMatch(before -> before.name().equals(alias.target()));
        if (!applies || circular || path.size() == LONGEST_PATH) {
            return Optional.empty();
        }
        List<Alias> longer = new ArrayList<>(path);
        longer.add(alias);
        return Optional.of(new FilmName(filmId, title, originalTitle, year, imdbId, votes, List.copyOf(longer), false));
    }

    private String target() {
        return path.get(path.size() - 1).target();
    }
}

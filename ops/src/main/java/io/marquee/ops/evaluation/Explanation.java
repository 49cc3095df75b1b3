package io.marquee.ops.evaluation;

import io.marquee.settings.UserException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why films have their pages, or none. */
public final class Explanation {

    private static final String FILMS =
            "select title, year, film_id, imdb_id, original_title, wikipedia_title, wikipedia_url, match_method,"
                    + " match_confidence, match_candidates from film"
                    + " where (lower(title) = lower(?) or lower(original_title) = lower(?) or film_id::text = ?)"
                    + " and (?::integer is null or abs(year - ?::integer) <= 1) order by year, film_id";

    private static final String ALIKE = "select title || coalesce(' (' || year || ')', '') from film"
            + " where strpos(lower(title), lower(?)) > 0 order by vote_count desc limit 5";

    private final List<String> lines = new ArrayList<>();

    private Explanation() {}

    /**
     * Explains films.
     *
     * @param title their title, original title or TMDB id
     * @param year of their release, give or take one; null for any
     * @return lines to print
     * @throws UserException if there is no such film; it names those of a like title
     */
    public static List<String> of(Connection connection, String title, Integer year) throws SQLException {
        Explanation explanation = new Explanation();
        try (PreparedStatement films = connection.prepareStatement(FILMS)) {
            films.setString(1, title);
            films.setString(2, title);
            films.setString(3, title);
            films.setObject(4, year);
            films.setObject(5, year);
            try (ResultSet film = films.executeQuery()) {
                while (film.next()) {
                    explanation.add(film);
                }
            }
        }
        if (explanation.lines.isEmpty()) {
            List<String> alike = alike(connection, title);
            throw new UserException("there is no film " + title + (year == null ? "" : " (" + year + ")") + ": "
                    + (alike.isEmpty() ? "check the title" : "did you mean " + String.join(", ", alike) + "?"));
        }
        return explanation.lines;
    }

    private static List<String> alike(Connection connection, String title) throws SQLException {
        List<String> titles = new ArrayList<>();
        try (PreparedStatement films = connection.prepareStatement(ALIKE)) {
            films.setString(1, title);
            try (ResultSet film = films.executeQuery()) {
                while (film.next()) {
                    titles.add(film.getString(1));
                }
            }
        }
        return titles;
    }

    private void add(ResultSet film) throws SQLException {
        String original = film.getString("original_title");
        add(
                "%s (%s), film %d, IMDb %s%s",
                film.getString("title"),
                film.getString("year") == null ? "year unknown" : film.getString("year"),
                film.getLong("film_id"),
                film.getString("imdb_id") == null ? "id unknown" : film.getString("imdb_id"),
                original == null || original.equals(film.getString("title")) ? "" : ", originally " + original);
        if (film.getString("wikipedia_title") == null) {
            add("  no page");
        } else {
            add(
                    "  page: %s, by %s, confidence %.3f",
                    film.getString("wikipedia_title"),
                    film.getString("match_method"),
                    film.getDouble("match_confidence"));
            add("        %s", film.getString("wikipedia_url"));
        }
        Array array = film.getArray("match_candidates");
        String[] candidates = array == null ? new String[0] : (String[]) array.getArray();
        add(candidates.length == 0 ? "  no candidates" : "  candidates, the likeliest first:");
        for (String candidate : candidates) {
            addCandidate(candidate);
        }
        add("");
    }

    /** A line of confidence, title and evidence, as the stream processor writes it. */
    private void addCandidate(String candidate) {
        List<String> parts = List.of(candidate.split(" \\| ", 3));
        if (parts.size() < 3) {
            lines.add(candidate);
            return;
        }
        lines.add("    " + parts.get(0) + "  " + parts.get(1));
        for (String item : parts.get(2).split("(?:, |; )(?=[+-]\\d|article|the page goes)", -1)) {
            lines.add("           " + item);
        }
    }

    private void add(String format, Object... arguments) {
        lines.add(String.format(Locale.ROOT, format, arguments));
    }
}

package io.marquee.ops.command;

import io.marquee.settings.UserException;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells why a film has its page, or none. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Tell why a film has its Wikipedia page, or none, e.g. ./marquee explain \"Heat\" 1995.",
        footer = {
            "",
            "Each candidate stands with its confidence and what spoke for and against it. The weights add up to the",
            "logarithm of the odds; a page below 0.6, or that another film has a better claim to, is no link."
        })
final class ExplainCommand implements Callable<Integer> {

    private static final String FILMS =
            "select title, year, film_id, imdb_id, original_title, wikipedia_title, wikipedia_url, match_method,"
                    + " match_confidence, match_candidates from film"
                    + " where (lower(title) = lower(?) or lower(original_title) = lower(?) or film_id::text = ?)"
                    + " and (?::integer is null or abs(year - ?::integer) <= 1) order by year, film_id";

    private static final String ALIKE = "select title || coalesce(' (' || year || ')', '') from film"
            + " where strpos(lower(title), lower(?)) > 0 order by vote_count desc limit 5";

    @Parameters(index = "0", paramLabel = "TITLE", description = "The film's title, original title or TMDB id.")
    private String title;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "YEAR",
            description = "Year of its release, give or take one (default: all films of the title).")
    private Integer year;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Database database = Database.open(data.path());
                Connection connection = database.connect()) {
            int found = 0;
            try (PreparedStatement films = connection.prepareStatement(FILMS)) {
                films.setString(1, title);
                films.setString(2, title);
                films.setString(3, title);
                films.setObject(4, year);
                films.setObject(5, year);
                try (ResultSet film = films.executeQuery()) {
                    while (film.next()) {
                        print(film);
                        found++;
                    }
                }
            }
            if (found == 0) {
                throw noFilm(alike(connection));
            }
            return 0;
        } catch (SQLException e) {
            throw new UserException("the films cannot be read: " + e.getMessage(), e);
        }
    }

    private UserException noFilm(List<String> alike) {
        String which = year == null ? title : title + " (" + year + ")";
        return new UserException("there is no film " + which + ": "
                + (alike.isEmpty() ? "check the title" : "did you mean " + String.join(", ", alike) + "?"));
    }

    private List<String> alike(Connection connection) throws SQLException {
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

    private static void print(ResultSet film) throws SQLException {
        String original = film.getString("original_title");
        System.out.printf(
                "%s (%s), film %d, IMDb %s%s%n",
                film.getString("title"),
                film.getString("year") == null ? "year unknown" : film.getString("year"),
                film.getLong("film_id"),
                film.getString("imdb_id") == null ? "id unknown" : film.getString("imdb_id"),
                original == null || original.equals(film.getString("title")) ? "" : ", originally " + original);
        if (film.getString("wikipedia_title") == null) {
            System.out.println("  no page");
        } else {
            System.out.printf(
                    "  page: %s, by %s, confidence %.3f%n        %s%n",
                    film.getString("wikipedia_title"),
                    film.getString("match_method"),
                    film.getDouble("match_confidence"),
                    film.getString("wikipedia_url"));
        }
        Array array = film.getArray("match_candidates");
        String[] candidates = array == null ? new String[0] : (String[]) array.getArray();
        System.out.println(candidates.length == 0 ? "  no candidates" : "  candidates, the likeliest first:");
        for (String candidate : candidates) {
            print(candidate);
        }
        System.out.println();
    }

    /** A line of confidence, title and evidence, as the stream processor writes it. */
    private static void print(String candidate) {
        List<String> parts = List.of(candidate.split(" \\| ", 3));
        System.out.println("    " + String.join("  ", parts.subList(0, Math.min(2, parts.size()))));
        if (parts.size() == 3) {
            for (String item : List.of(parts.get(2).split("(?:, |; )(?=[+-]\\d|article|the page goes)", -1))) {
                System.out.println("           " + item);
            }
        }
    }
}

package io.marquee.ops.pipeline;

import io.marquee.records.PipelineRun;
import io.marquee.records.RunState;
import io.marquee.settings.UserException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * A run and what the tables say of it.
 *
 * @param run the run's story
 * @param best the first rows of the report
 * @param problems where the tables differ from what was published
 */
public record RunResult(PipelineRun run, List<Best> best, List<String> problems) {

    private static final int SHOWN = 10;

    /**
     * A row of the report, in short.
     *
     * @param rank 1 for the first
     * @param title the film's title
     * @param year of the release, 0 if it is not known
     * @param budget US dollars
     * @param revenue US dollars
     * @param returnOnBudget revenue / budget
     * @param ratio budget / revenue
     * @param url of the page, or null
     */
    public record Best(
            int rank,
            String title,
            int year,
            long budget,
            long revenue,
            double returnOnBudget,
            double ratio,
            String url) {}

    /** Looks a run up in the tables. */
    static RunResult of(PipelineRun run, DataSource database) {
        try (Connection connection = database.getConnection()) {
            List<String> problems = new ArrayList<>();
            if (run.state() == RunState.SUCCEEDED) {
                compare(problems, "film", run.filmCount(), count(connection, "select count(*) from film"));
                compare(
                        problems,
                        "movie_report_row",
                        run.reportRows(),
                        countOfRun(connection, "select count(*) from movie_report_row where run_id = ?", run.runId()));
            }
            return new RunResult(run, best(connection), problems);
        } catch (SQLException e) {
            throw new UserException("the tables cannot be read (" + e.getMessage() + "): run again", e);
        }
    }

    private static void compare(List<String> problems, String table, long published, long stored) {
        if (published != stored) {
            problems.add("%d rows were published for the table %s, which has %d".formatted(published, table, stored));
        }
    }

    private static long count(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static long countOfRun(Connection connection, String query, String run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, run);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static List<Best> best(Connection connection) throws SQLException {
        List<Best> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select rank, title, year, budget, revenue, return_on_budget,"
                        + " ratio, wikipedia_url from movie_report order by rank limit " + SHOWN)) {
            while (result.next()) {
                rows.add(new Best(
                        result.getInt(1),
                        result.getString(2),
                        result.getInt(3),
                        result.getLong(4),
                        result.getLong(5),
                        result.getDouble(6),
                        result.getDouble(7),
                        result.getString(8)));
            }
        }
        return rows;
    }

    /** Whether the run ended well and the tables have all of it. */
    public boolean isGood() {
        return run.state() != RunState.FAILED && problems.isEmpty();
    }
}

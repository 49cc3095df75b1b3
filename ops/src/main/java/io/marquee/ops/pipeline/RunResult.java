package io.marquee.ops.pipeline;

import io.marquee.records.PipelineRun;
import io.marquee.records.RunState;
import io.marquee.settings.UserException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * A run and the best of its report.
 *
 * @param run the run's story
 * @param best the first rows of the report, if it is this run's or that of the run which it found unchanged
 */
public record RunResult(PipelineRun run, List<Best> best) {

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
            return new RunResult(run, best(connection));
        } catch (SQLException e) {
            throw new UserException("the tables cannot be read (" + e.getMessage() + "): run again", e);
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

    /** Whether the run ended well and nothing was found in what it made. */
    public boolean isGood() {
        return (run.state() == RunState.SUCCEEDED || run.state() == RunState.UNCHANGED) && run.error() == null;
    }
}

package io.marquee.ops.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquee.records.Json;
import io.marquee.records.PipelineRun;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the stories of runs from their table, whose columns are the fields of a story. */
public final class StoredRuns {

    private static final String RUNS = "select json_strip_nulls(row_to_json(run)) from pipeline_run run where ";
    private static final String NEWEST_FIRST = " order by run_id desc limit ?";

    private StoredRuns() {}

    /** The newest runs, the newest first. */
    public static List<PipelineRun> newest(Connection connection, int most) throws SQLException {
        return read(connection, RUNS + "true" + NEWEST_FIRST, most);
    }

    /** The newest run that has a report to be verified. */
    public static List<PipelineRun> newestWithReport(Connection connection) throws SQLException {
        return read(connection, RUNS + "state in ('succeeded', 'suspect')" + NEWEST_FIRST, 1);
    }

    /** The newest runs whose ids begin so. */
    public static List<PipelineRun> beginningWith(Connection connection, String prefix, int most) throws SQLException {
        return read(connection, RUNS + "starts_with(run_id, ?)" + NEWEST_FIRST, prefix, most);
    }

    private static List<PipelineRun> read(Connection connection, String query, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<PipelineRun> runs = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    runs.add(Json.read(found.getString(1).getBytes(UTF_8), PipelineRun.class));
                }
            }
            return runs;
        }
    }
}

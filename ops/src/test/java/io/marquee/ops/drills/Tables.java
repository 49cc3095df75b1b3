package io.marquee.ops.drills;

import io.marquee.ops.pipeline.TestPipeline;
import io.marquee.ops.stack.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What is in the tables, as a sum over all of it without the ids of runs.
 *
 * @param film the films
 * @param report the report that readers see
 * @param rejected the rejected records
 */
record Tables(String film, String report, String rejected) {

    static Tables of(EmbeddedDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return new Tables(
                    sum(connection, "film"), sum(connection, "movie_report"), sum(connection, "rejected_record"));
        }
    }

    private static String sum(Connection connection, String table) throws SQLException {
        String row = "(to_jsonb(t) - 'run_id')::text";
        return TestPipeline.rows(
                        connection,
                        "select count(*), md5(string_agg(%1$s, chr(10) order by %1$s)) from %2$s t"
                                .formatted(row, table))
                .get(0);
    }
}

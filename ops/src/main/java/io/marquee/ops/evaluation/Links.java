package io.marquee.ops.evaluation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** Reads the pipeline's links. */
public final class Links {

    private Links() {}

    /** All links of the table {@code film}, by film id. */
    public static Map<Long, Link> read(Connection connection) throws SQLException {
        Map<Long, Link> links = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("select film_id, wikipedia_title, match_method, match_confidence"
                                + " from film where wikipedia_title is not null")) {
            while (result.next()) {
                links.put(result.getLong(1), new Link(result.getString(2), result.getString(3), result.getDouble(4)));
            }
        }
        return links;
    }
}

package io.marquee.ops.console;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** Reads the tables, as JSON that the database makes. Thread-safe. */
final class Tables implements AutoCloseable {

    /** In one line, how the database is. */
    static final String DESCRIPTION = "select 'PostgreSQL ' || current_setting('server_version') || ', '"
            + " || pg_size_pretty(pg_database_size(current_database()))";

    private static final int CONNECTIONS = 4;
    private static final long PATIENCE_MS = 3000;

    private final HikariDataSource pool;

    /** @param database which is not asked yet */
    Tables(DataSource database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database);
        config.setPoolName("console");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MS);
        config.setInitializationFailTimeout(-1);
        config.setReadOnly(true);
        config.setConnectionInitSql("set statement_timeout = '20s'");
        pool = new HikariDataSource(config);
    }

    /**
     * The one value of a query, such as a JSON that it makes.
     *
     * @return empty if it gives no row, or null
     */
    Optional<String> value(String query, Object... parameters) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? Optional.ofNullable(found.getString(1)) : Optional.empty();
            }
        }
    }

    /** The rows of a query as CSV, with a line of names. They are held in memory: for what has few rows. */
    String csv(String query) throws SQLException {
        StringWriter out = new StringWriter();
        try (Connection connection = pool.getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + query + ") to stdout (format csv, header)", out);
            return out.toString();
        } catch (IOException e) {
            throw new SQLException("the connection broke", e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}

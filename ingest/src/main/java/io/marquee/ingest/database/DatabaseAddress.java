package io.marquee.ingest.database;

import io.marquee.settings.UserException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the tables are.
 *
 * @param url JDBC URL of a PostgreSQL database
 * @param user who connects
 * @param password of the user, or null where none is asked for
 */
public record DatabaseAddress(String url, String user, String password) {

    private static final int CONNECT_SECONDS = 10;

    /** @throws UserException for a URL that is none of PostgreSQL */
    public DatabaseAddress {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setUrl(url);
        } catch (IllegalArgumentException e) {
            throw new UserException(
                    "--database is no address of a PostgreSQL database: give one such as"
                            + " jdbc:postgresql://localhost:5432/marquee, and the password apart",
                    e);
        }
        if (source.getPassword() != null) {
            throw new UserException("--database holds a password: give it by MARQUEE_DATABASE_PASSWORD or by"
                    + " --database-password-file, where no log shows it");
        }
    }

    /** Gives connections. */
    public DataSource dataSource() {
        return source();
    }

    /**
     * Gives connections that break where the database says nothing for so long.
     *
     * @param silence for which no query that there is takes
     */
    public DataSource dataSource(Duration silence) {
        PGSimpleDataSource source = source();
        source.setSocketTimeout((int) silence.toSeconds());
        return source;
    }

    private PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setTcpKeepAlive(true);
        source.setApplicationName("marquee");
        return source;
    }

    /**
     * Does nothing, unless the tables cannot be reached.
     *
     * @throws UserException if they cannot, or are not there
     */
    public void probe() {
        try (Connection connection = dataSource().getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select count(*) from pipeline_run")) {
            found.next();
        } catch (SQLException e) {
            throw new UserException(
                    "the tables at " + url + " cannot be read by " + user + " (" + e.getMessage()
                            + "): check that the database runs, that the tables were made, and the password",
                    e);
        }
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}

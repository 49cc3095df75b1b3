package io.marquee.ingest.schedule;

import io.marquee.settings.UserException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the runs of all processes apart that share a database: an advisory lock of a session, which PostgreSQL lets go
 * by itself when the process that held it is gone.
 */
final class DatabaseRunLock implements RunLock {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseRunLock.class);

    /** "marquee" in ASCII; other programs in the same database have other numbers. */
    private static final long KEY = 0x6d617271756565L;

    private static final int LOOK_SECONDS = 2;

    private final DataSource database;

    DatabaseRunLock(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<Held> take(Runnable lost) {
        try {
            Connection connection = database.getConnection();
            try {
                if (isTrue(connection, "select pg_try_advisory_lock(" + KEY + ")")) {
                    return Optional.of(new Session(connection, lost));
                }
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public boolean isTaken() {
        try (Connection connection = database.getConnection()) {
            return isTrue(
                    connection,
                    "select exists (select from pg_locks where locktype = 'advisory' and granted and objsubid = 1"
                            + " and database = (select oid from pg_database where datname = current_database())"
                            + " and (classid::bigint << 32) + objid::bigint = " + KEY + ")");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static boolean isTrue(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            return found.next() && found.getBoolean(1);
        }
    }

    private static UserException failed(SQLException e) {
        return new UserException("the database does not tell whether a run is on (" + e.getMessage() + ")", e);
    }

    /** A session that holds the lock, looked at now and then. */
    private static final class Session implements Held {

        private final Connection connection;
        private volatile boolean closed;
        private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "run-lock");
            thread.setDaemon(true);
            return thread;
        });

        Session(Connection connection, Runnable lost) {
            this.connection = connection;
            var unused = watch.scheduleWithFixedDelay(() -> look(lost), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        }

        private void look(Runnable lost) {
            if (isLost() && !closed) {
                LOG.error("the session that keeps other runs away is lost: the run is stopped");
                watch.shutdown();
                lost.run();
            }
        }

        @Override
        public boolean isLost() {
            try {
                return !connection.isValid(LOOK_SECONDS);
            } catch (SQLException e) {
                throw new IllegalStateException("a number of seconds was taken for none", e);
            }
        }

        /** Waits for nothing: a thread that is interrupted lets go too. */
        @Override
        public void close() {
            closed = true;
            watch.shutdownNow();
            try (connection) {
                boolean unused = isTrue(connection, "select pg_advisory_unlock(" + KEY + ")");
            } catch (SQLException e) {
                LOG.warn("the session that kept other runs away did not end well: {}", e.getMessage());
            }
        }
    }
}

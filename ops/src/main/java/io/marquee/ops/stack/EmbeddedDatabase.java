package io.marquee.ops.stack;

import io.marquee.settings.UserException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server of its own, on a data directory that outlives it.
 *
 * <p>It listens on the loopback address only, and whoever may connect there is trusted without a password: it is a
 * database for the person at this machine. It writes through to the disk ({@code fsync}), so a crash loses nothing that
 * was committed. A server that outlived its process is stopped before a new one starts.
 */
public final class EmbeddedDatabase implements Closeable {

    /** Name of the database and of its owner. */
    public static final String NAME = "marquee";

    private final PostgresCluster cluster;
    private final Path log;
    private final int port;
    private volatile ProcessHandle server;

    private EmbeddedDatabase(PostgresCluster cluster, Path log, int port) throws IOException, InterruptedException {
        this.cluster = cluster;
        this.log = log;
        this.port = port;
        start();
    }

    /**
     * Starts a server; on an empty directory, makes the database first.
     *
     * @param directory where its data lives
     * @param cache where its programs are unpacked
     * @param logs where its log is written
     * @throws UserException if it cannot start, with the reason and the log's place
     */
    public static EmbeddedDatabase start(Path directory, Path cache, Path logs) throws InterruptedException {
        try {
            Files.createDirectories(directory);
            Files.createDirectories(logs);
            Path log = logs.resolve("postgres.log");
            PostgresCluster cluster =
                    new PostgresCluster(directory, log, new PostgresPrograms(PostgresBinaries.unpack(cache)));
            cluster.make(NAME);
            cluster.stopOrphan();
            int port = Ports.choose(directory.resolve("port"), 1).get(0);
            return new EmbeddedDatabase(cluster, log, port);
        } catch (IOException e) {
            throw DataDirectory.explain(directory, "cannot start the database in", e);
        }
    }

    /** Starts the server on the port that was chosen; also again, after {@link #stop}. */
    void start() throws IOException, InterruptedException {
        server = cluster.start(configuration());
        makeDatabase();
    }

    private List<String> configuration() {
        return List.of(
                "# Written anew at each start.",
                "listen_addresses = '127.0.0.1'",
                "port = " + port,
                "unix_socket_directories = ''",
                "max_connections = 50",
                "shared_buffers = 64MB",
                "maintenance_work_mem = 64MB",
                "work_mem = 8MB",
                "fsync = on",
                "synchronous_commit = on",
                "wal_level = minimal",
                "max_wal_senders = 0",
                "max_wal_size = 512MB",
                "io_method = sync",
                "jit = off",
                "timezone = 'UTC'",
                "log_timezone = 'UTC'",
                "lc_messages = 'C'",
                // Its log is never cut.
                "log_checkpoints = off",
                "log_line_prefix = '%m [%p] '");
    }

    private void makeDatabase() throws IOException {
        try (Connection connection = dataSource("postgres").getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select from pg_database where datname = '" + NAME + "'")) {
            if (!found.next()) {
                try (Statement create = connection.createStatement()) {
                    create.execute("create database " + NAME);
                }
            }
        } catch (SQLException e) {
            throw new IOException("cannot make the database: " + e.getMessage(), e);
        }
    }

    /** JDBC URL without parameters; the user is {@link #NAME}. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    /** Gives connections as the owner. */
    public DataSource dataSource() {
        return dataSource(NAME);
    }

    private DataSource dataSource(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(NAME);
        source.setApplicationName("marquee");
        return source;
    }

    /** Pid of the server. */
    public long pid() {
        return server.pid();
    }

    /** What is wrong with it, in one line; empty while it runs. */
    public Optional<String> failure() {
        return cluster.runs(server)
                ? Optional.empty()
                : Optional.of(
                        "the database stopped (" + PostgresLog.lastFatal(log).orElse("no reason in its log") + "): see "
                                + log + ", and run again");
    }

    /** Stops the server; {@link #start()} starts it again. */
    void stop() throws IOException, InterruptedException {
        cluster.stop();
    }

    /** Stops the server, ending the sessions that there are. */
    @Override
    public void close() throws IOException {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the database stopped", e);
        }
    }
}

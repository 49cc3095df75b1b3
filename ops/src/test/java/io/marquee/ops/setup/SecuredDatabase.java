package io.marquee.ops.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.connect.Role;
import io.marquee.ops.command.Launch;
import io.marquee.ops.stack.EmbeddedDatabase;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A database that asks all but its owner for a password, and the files with the passwords. */
final class SecuredDatabase implements Closeable {

    private EmbeddedDatabase database;
    private final Path directory;

    private SecuredDatabase(EmbeddedDatabase database, Path directory) {
        this.database = database;
        this.directory = directory;
    }

    static SecuredDatabase start(Path directory) throws IOException, InterruptedException, SQLException {
        SecuredDatabase secured = new SecuredDatabase(server(directory), directory);
        Files.write(
                directory.resolve("data").resolve("pg_hba.conf"),
                List.of("host all " + EmbeddedDatabase.NAME + " 127.0.0.1/32 trust", "host all all all scram-sha-256"));
        secured.execute("select pg_reload_conf()");
        return secured;
    }

    private static EmbeddedDatabase server(Path directory) throws InterruptedException {
        return EmbeddedDatabase.start(directory, Path.of("target", "postgres-binaries"), directory.resolve("logs"));
    }

    /** {@code kill -9}. */
    void kill() {
        ProcessHandle server = ProcessHandle.of(database.pid()).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
    }

    /** Starts it again, at the same address. */
    void startAgain() throws InterruptedException {
        database = server(directory);
    }

    String url() {
        return database.jdbcUrl();
    }

    Connection owner() throws SQLException {
        return database.dataSource().getConnection();
    }

    Connection as(Role role, String password) throws SQLException {
        return DriverManager.getConnection(url(), role.roleName(), password);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs the step. */
    Launch makeTables(String sink, String ingest, String reader) throws IOException {
        return Launch.of(
                Map.of(),
                Stream.concat(
                                Stream.of("tables", "--wait=20", "--database=" + url()),
                                passwordFiles(sink, ingest, reader))
                        .toArray(String[]::new));
    }

    /** The options that name the files with these passwords. */
    Stream<String> passwordFiles(String sink, String ingest, String reader) throws IOException {
        return Stream.of(
                "--sink-password-file=" + file("sink", sink),
                "--ingest-password-file=" + file("ingest", ingest),
                "--reader-password-file=" + file("reader", reader));
    }

    void makeTablesWell(String sink, String ingest, String reader) throws IOException {
        Launch launch = makeTables(sink, ingest, reader);
        assertThat(launch.errors()).isEmpty();
        assertThat(launch.exitCode()).isZero();
    }

    private Path file(String name, String password) throws IOException {
        return Files.writeString(directory.resolve(name + "-password"), password + "\n");
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}

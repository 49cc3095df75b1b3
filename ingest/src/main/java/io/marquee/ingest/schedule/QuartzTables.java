package io.marquee.ingest.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.quartz.Scheduler;

/** Makes Quartz's tables by the statements that Quartz brings along, in a schema of their own. */
final class QuartzTables {

    static final String PREFIX = "quartz.qrtz_";

    private static final String SCRIPT = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";

    private QuartzTables() {}

    static void ensure(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // Of two processes that start at once, one waits for the other.
            statement.execute("select pg_advisory_xact_lock(hashtext('quartz'))");
            if (!exist(statement)) {
                makeSchema(statement);
                statement.execute("set local search_path to quartz");
                for (String creation : creations()) {
                    statement.execute(creation);
                }
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Where it is there, one who may make none can go on: PostgreSQL asks for that right even if there is nothing to do. */
    private static void makeSchema(Statement statement) throws SQLException {
        if (!isTrue(statement, "select exists (select from pg_namespace where nspname = 'quartz')")) {
            statement.execute("create schema quartz");
        }
    }

    private static boolean exist(Statement statement) throws SQLException {
        return isTrue(statement, "select to_regclass('" + PREFIX + "locks') is not null");
    }

    private static boolean isTrue(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getBoolean(1);
        }
    }

    /** Only what makes something: the script begins by dropping what is there. */
    private static List<String> creations() {
        try (InputStream script = Scheduler.class.getResourceAsStream(SCRIPT)) {
            if (script == null) {
                throw new FileNotFoundException(SCRIPT);
            }
            String statements = new String(script.readAllBytes(), UTF_8).replaceAll("(?m)^--.*$", "");
            return Stream.of(statements.split(";"))
                    .map(String::strip)
                    .filter(statement -> statement.toLowerCase(Locale.ROOT).startsWith("create "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

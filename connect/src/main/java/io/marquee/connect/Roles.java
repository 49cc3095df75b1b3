package io.marquee.connect;

import io.marquee.records.Sink;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** Who may do what in the database, from the files in {@code db/roles/}. */
public final class Roles {

    private Roles() {}

    /**
     * Makes the roles, or brings those there are to what they should be, with their passwords; in one transaction.
     *
     * @param database where, as the owner of the tables, who may make roles
     * @param passwords of the roles; what is sent to the server is a SCRAM verifier and not the password
     * @throws UserException if the owner may not, or the database cannot be reached
     */
    public static void ensure(DataSource database, Map<Role, String> passwords) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                // Of two processes that start at once, one waits for the other.
                statement.execute("select pg_advisory_xact_lock(hashtext('roles'))");
                statement.execute(script("everybody"));
                for (Role role : Role.values()) {
                    statement.execute(script(role.roleName()));
                }
                statement.execute("grant select, insert, update, delete on "
                        + Sink.ALL.stream().map(Sink::table).collect(Collectors.joining(", "))
                        + " to " + Role.SINK_WRITER.roleName());
            }
            for (Map.Entry<Role, String> password : new TreeMap<>(passwords).entrySet()) {
                connection
                        .unwrap(PGConnection.class)
                        .alterUserPassword(
                                password.getKey().roleName(),
                                password.getValue().toCharArray(),
                                "scram-sha-256");
            }
            connection.commit();
        } catch (SQLException e) {
            throw new UserException(
                    "cannot make the roles of the database (" + e.getMessage()
                            + "): connect as the owner of the tables, who may create roles",
                    e);
        }
    }

    private static String script(String name) {
        try {
            return Resources.text("/db/roles/" + name + ".sql");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

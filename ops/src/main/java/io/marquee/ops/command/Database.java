package io.marquee.ops.command;

import io.marquee.ops.stack.EmbeddedDatabase;
import io.marquee.ops.stack.EmbeddedStack;
import io.marquee.ops.stack.StackInfo;
import io.marquee.settings.UserException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** The database of a data directory: that of the stack which is up on it, else one that is started for the while. */
final class Database implements Closeable {

    private final EmbeddedStack started;
    private final String url;

    private Database(EmbeddedStack started, String url) {
        this.started = started;
        this.url = url;
    }

    static Database open(Path data) throws IOException, InterruptedException {
        Optional<StackInfo> running = StackInfo.find(data);
        if (running.isPresent()) {
            return new Database(null, running.get().jdbcUrl());
        }
        requireState(data);
        EmbeddedStack stack = EmbeddedStack.open(Home.stack(data, 1));
        try {
            return new Database(stack, stack.database().jdbcUrl());
        } catch (RuntimeException | InterruptedException e) {
            stack.close();
            throw e;
        }
    }

    /**
     * Does nothing, unless there is no database on a data directory yet.
     *
     * @throws UserException if there is none
     */
    static void requireState(Path data) {
        if (!Files.exists(data.resolve("postgres"))) {
            throw new UserException("there is nothing in " + data
                    + " yet: do a run first, ./marquee run, or name its folder with --data-dir");
        }
    }

    Connection connect() {
        return connect(url);
    }

    /** Connects to the database of a stack that is up. */
    static Connection connect(String url) {
        try {
            return DriverManager.getConnection(url + "?user=" + EmbeddedDatabase.NAME + "&ApplicationName=marquee");
        } catch (SQLException e) {
            throw new UserException("the database at " + url + " cannot be reached (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (started != null) {
            started.close();
        }
    }
}

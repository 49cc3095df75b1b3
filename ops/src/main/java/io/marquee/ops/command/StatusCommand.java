package io.marquee.ops.command;

import io.marquee.ops.control.ControlClient;
import io.marquee.ops.stack.StackInfo;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells whether a stack is up and how the last runs ended. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Tell whether a stack is up, and how the last runs ended.")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<StackInfo> running = StackInfo.find(data.path());
        if (running.isPresent()) {
            StackInfo stack = running.get();
            System.out.println("up on " + data.path() + " (process " + stack.pid() + ")");
            System.out.println("  Kafka     " + stack.bootstrapServers());
            System.out.println("  Postgres  " + stack.jdbcUrl() + "?user=marquee");
            System.out.println("  Connect   " + stack.connectUrl());
            Optional<ControlClient> control = ControlClient.find(data.path());
            if (control.isPresent()) {
                System.out.println("  schedule  " + control.get().state().describe());
            }
        } else {
            System.out.println("no stack is up on " + data.path());
        }
        try (Database database = Database.open(data.path());
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet result = statement.executeQuery(
                    "select (select count(*) from film), (select count(*) from film where wikipedia_url is not null),"
                            + " (select count(*) from movie_report), (select count(*) from rejected_record)")) {
                result.next();
                System.out.printf(
                        "%,d films, %,d with a page; %,d rows in the report; %,d rejected records%n",
                        result.getLong(1), result.getLong(2), result.getLong(3), result.getLong(4));
            }
            try (ResultSet result = statement.executeQuery("select run_id, state, reason, coalesce(error, '') from"
                    + " pipeline_run order by run_id desc limit 5")) {
                while (result.next()) {
                    System.out.printf(
                            "  %s  %-10s %-9s %s%n",
                            result.getString(1), result.getString(2), result.getString(3), result.getString(4));
                }
            }
            return 0;
        } catch (SQLException e) {
            throw new UserException("the tables cannot be read: " + e.getMessage(), e);
        }
    }
}

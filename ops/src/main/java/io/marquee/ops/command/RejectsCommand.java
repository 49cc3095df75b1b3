package io.marquee.ops.command;

import io.marquee.ops.history.RejectedReason;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists rejected records. */
@Command(
        name = "rejects",
        mixinStandardHelpOptions = true,
        description =
                "Count the rejected records by source and reason, each with an example; with --source or --reason,"
                        + " list them one by one. To try them again: ./marquee replay.")
final class RejectsCommand implements Callable<Integer> {

    private static final int WIDEST = 80;

    private static final String WANTED = " from rejected_record where (?::text is null or source = ?)"
            + " and (?::text is null or strpos(lower(reason), lower(?)) > 0)";
    private static final String GROUPS = "select source, " + RejectedReason.KIND + ", count(*)::text, min(place)"
            + WANTED + " group by 1, 2 order by count(*) desc, 1, 2 limit ?";
    private static final String ONE_BY_ONE =
            "select source, place, reason, record" + WANTED + " order by source, place limit ?";

    @Option(names = "--source", paramLabel = "NAME", description = "Only those of this source: films or wikipedia.")
    private String source;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Only those whose reason has this text in it.")
    private String reason;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many lines to print at most (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--full", description = "Do not cut wide columns.")
    private boolean full;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean oneByOne = source != null || reason != null;
        try (Database database = Database.open(data.path());
                Connection connection = database.connect()) {
            long all = count(connection);
            if (all == 0) {
                System.out.println(oneByOne ? "no rejected record is like that" : "no record was rejected");
                return 0;
            }
            TextTable table = oneByOne
                    ? new TextTable(List.of("source", "place", "reason", "record"), List.of(false, false, false, false))
                    : new TextTable(
                            List.of("source", "reason", "records", "example"), List.of(false, false, true, false));
            fill(table, connection, oneByOne ? ONE_BY_ONE : GROUPS);
            table.lines().forEach(System.out::println);
            System.out.println("(" + all + (all == 1 ? " record)" : " records)"));
            return 0;
        } catch (SQLException e) {
            throw new UserException("the rejected records cannot be read: " + e.getMessage(), e);
        }
    }

    private long count(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection, "select count(*)" + WANTED);
                ResultSet found = statement.executeQuery()) {
            found.next();
            return found.getLong(1);
        }
    }

    private void fill(TextTable table, Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = prepare(connection, query)) {
            statement.setInt(5, Math.max(1, limit));
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    table.add(List.of(
                            cell(found.getString(1)),
                            cell(found.getString(2)),
                            cell(found.getString(3)),
                            cell(found.getString(4))));
                }
            }
        }
    }

    private PreparedStatement prepare(Connection connection, String query) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        statement.setString(1, source);
        statement.setString(2, source);
        statement.setString(3, reason);
        statement.setString(4, reason);
        return statement;
    }

    private String cell(String value) {
        String text = value == null ? "" : value.replaceAll("\\s+", " ");
        return full || text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
    }
}

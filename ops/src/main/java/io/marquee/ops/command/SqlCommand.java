package io.marquee.ops.command;

import io.marquee.settings.UserException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks the database. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = "Ask the database, e.g. ./marquee sql \"select rank, title from movie_report limit 5\".")
final class SqlCommand implements Callable<Integer> {

    private static final int WIDEST = 60;

    @Parameters(paramLabel = "QUERY", description = "SQL for PostgreSQL; what would change the tables is refused.")
    private String query;

    @Option(names = "--write", description = "Let the statement change things; what the sink wrote is best left alone.")
    private boolean write;

    @Option(names = "--full", description = "Do not cut wide columns.")
    private boolean full;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Database database = Database.open(data.path());
                Connection connection = database.connect()) {
            connection.setReadOnly(!write);
            try (Statement statement = connection.createStatement()) {
                if (statement.execute(query)) {
                    print(statement.getResultSet());
                } else {
                    System.out.println(statement.getUpdateCount() + " rows changed");
                }
            }
            return 0;
        } catch (SQLException e) {
            throw new UserException("the query failed: " + e.getMessage(), e);
        }
    }

    private void print(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        List<String> header = new ArrayList<>();
        List<Boolean> numbers = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            header.add(columns.getColumnLabel(i));
            numbers.add(Number.class.isAssignableFrom(classOf(columns.getColumnClassName(i))));
        }
        TextTable table = new TextTable(header, numbers);
        while (result.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                row.add(cell(result.getString(i)));
            }
            table.add(row);
        }
        table.lines().forEach(System.out::println);
        System.out.println("(" + table.size() + (table.size() == 1 ? " row)" : " rows)"));
    }

    private static Class<?> classOf(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            return Object.class;
        }
    }

    private String cell(String value) {
        String text = value == null ? "" : value.replaceAll("\\s+", " ");
        return full || text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
    }
}

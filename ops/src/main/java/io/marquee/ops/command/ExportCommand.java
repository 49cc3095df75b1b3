package io.marquee.ops.command;

import io.marquee.settings.UserException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.postgresql.PGConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a table to a file. */
@Command(name = "export", mixinStandardHelpOptions = true, description = "Write a table or view as CSV.")
final class ExportCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE.csv",
            description = "Where to; an existing file is replaced once the new one is whole.")
    private Path file;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            defaultValue = "movie_report",
            description = "Table or view (default: ${DEFAULT-VALUE}).")
    private String table;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Database database = Database.open(data.path());
                Connection connection = database.connect()) {
            List<String> tables = tables(connection);
            if (!tables.contains(table)) {
                throw new UserException("there is no table " + table + ": choose one of " + String.join(", ", tables));
            }
            long rows = copy(connection);
            System.out.println(rows + " rows of " + table + " written to " + file);
            return 0;
        } catch (SQLException e) {
            throw new UserException("the table " + table + " cannot be read: " + e.getMessage(), e);
        }
    }

    private long copy(Connection connection) throws SQLException, IOException {
        String key = key(connection);
        String order = key.isEmpty() ? "" : " order by " + key;
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        String query = "copy (select * from \"" + table + "\"" + order + ") to stdout (format csv, header)";
        try {
            long rows;
            try (OutputStream out = Files.newOutputStream(part)) {
                rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(query, out);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return rows;
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw new UserException("cannot write " + file + " (" + e + "): choose another file", e);
        }
    }

    /** The primary key's columns; of a view, its first column. */
    private String key(Connection connection) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet keys = connection.getMetaData().getPrimaryKeys(null, "public", table)) {
            while (keys.next()) {
                columns.add('"' + keys.getString("COLUMN_NAME") + '"');
            }
        }
        return columns.isEmpty() ? "1" : String.join(", ", columns);
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("select table_name from"
                        + " information_schema.tables where table_schema = 'public' and table_name not like 'flyway%'"
                        + " order by table_name");
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                names.add(result.getString(1));
            }
        }
        return names;
    }
}

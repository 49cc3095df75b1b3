package io.marquee.ops.command;

import io.marquee.ingest.run.RunRequest;
import io.marquee.ingest.run.RunStoppedException;
import io.marquee.ingest.run.Stopping;
import io.marquee.ops.pipeline.Pipeline;
import io.marquee.settings.Commands;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tries rejected records again. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Try the rejected records again, after the program or a source has been mended: read the sources that have"
                    + " some, although they have not changed, and tell how many are still rejected.",
            "It is a whole run: a record that was put in by itself would be taken for one that its source has no more,"
                    + " and be dropped by the next run that reads it."
        })
final class ReplayCommand implements Callable<Integer> {

    @Mixin
    private SourceOptions sources;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Database.requireState(data.path());
        PrintStream out = System.out;
        try (Stopping stopping = Stopping.install(sources.stopGrace());
                Pipeline pipeline = Pipeline.start(Home.stack(data.path(), sources.partitions()))) {
            Map<String, Long> before = rejected(pipeline);
            if (before.isEmpty()) {
                out.println("no record is rejected: there is nothing to replay");
                return 0;
            }
            RunRequest request = sources.request(
                    "replay", data.path(), before.containsKey("films"), before.containsKey("wikipedia"));
            boolean good = OneRun.of(pipeline, request, sources, stopping, out).isGood();
            Map<String, Long> after = rejected(pipeline);
            before.forEach((source, records) -> out.println(
                    source + ": " + records + " rejected before, " + after.getOrDefault(source, 0L) + " now"));
            return good ? 0 : Commands.FAILED;
        } catch (SQLException e) {
            throw new UserException("the rejected records cannot be counted: " + e.getMessage(), e);
        } catch (RunStoppedException e) {
            System.err.println("marquee: stopped before the run's end; the last good report stands");
            return Commands.FAILED;
        }
    }

    private static Map<String, Long> rejected(Pipeline pipeline) throws SQLException, InterruptedException {
        Map<String, Long> rejected = new TreeMap<>();
        try (Connection connection = pipeline.stack().database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select source, count(*) from rejected_record group by 1")) {
            while (found.next()) {
                rejected.put(found.getString(1), found.getLong(2));
            }
        }
        return rejected;
    }
}

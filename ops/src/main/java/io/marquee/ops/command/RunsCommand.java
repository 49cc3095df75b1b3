package io.marquee.ops.command;

import io.marquee.ops.history.StoredRuns;
import io.marquee.records.PipelineRun;
import io.marquee.records.SourceCounts;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the runs. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "List the runs, the newest first: how each ended, what it found changed, what it counted.")
final class RunsCommand implements Callable<Integer> {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final List<String> HEADER = List.of(
            "run",
            "state",
            "reason",
            "started (UTC)",
            "took",
            "read",
            "films",
            "page",
            "ranked",
            "rows",
            "rejected",
            "error");
    private static final List<Boolean> NUMBERS =
            List.of(false, false, false, false, true, false, true, true, true, true, true, false);

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many to list at most (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Database database = Database.open(data.path());
                Connection connection = database.connect()) {
            TextTable table = new TextTable(HEADER, NUMBERS);
            StoredRuns.newest(connection, Math.max(1, limit)).forEach(run -> table.add(row(run)));
            table.lines().forEach(System.out::println);
            return 0;
        } catch (SQLException e) {
            throw new UserException("the runs cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<String> row(PipelineRun run) {
        return List.of(
                run.runId(),
                run.state().name().toLowerCase(Locale.ROOT),
                text(run.reason()),
                MOMENT.format(run.startedAt()),
                run.endedAt() == null ? "" : seconds(Duration.between(run.startedAt(), run.endedAt())),
                changed(run),
                text(run.filmCount()),
                text(run.matched()),
                text(run.ranked()),
                text(run.reportRows()),
                Long.toString(run.films().rejected() + run.wikipedia().rejected()),
                text(run.error()));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static String changed(PipelineRun run) {
        return Stream.of(name("films", run.films()), name("wikipedia", run.wikipedia()))
                .flatMap(List::stream)
                .collect(Collectors.joining(", "));
    }

    private static List<String> name(String source, SourceCounts counts) {
        return counts.changed() ? List.of(source) : List.of();
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}

package io.marquee.ops.command;

import io.marquee.ops.history.RunLog;
import io.marquee.ops.history.StoredRuns;
import io.marquee.records.PipelineRun;
import io.marquee.records.StageTimes;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells all there is to tell of one run. */
@Command(
        name = "run-log",
        mixinStandardHelpOptions = true,
        description = "Tell how a run went: its stages with their times, and the lines of the log that name it.")
final class RunLogCommand implements Callable<Integer> {

    private static final int MOST_ALIKE = 5;

    @Parameters(
            paramLabel = "ID",
            defaultValue = "latest",
            description = "The run's id as ./marquee runs lists it, or how it begins; or 'latest' (default:"
                    + " ${DEFAULT-VALUE}).")
    private String id;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PipelineRun run = find();
        System.out.println("Run " + run.runId() + ", started by " + run.reason() + ": "
                + run.state().name().toLowerCase(Locale.ROOT));
        if (run.error() != null) {
            System.out.println("  " + run.error());
        }
        if (run.times() != null) {
            print(run.times());
        }
        System.out.println();
        if (RunLog.of(data.path().resolve("logs")).forEachLine(run.runId(), System.out::println) == 0) {
            System.out.println("The log has no line of it (any more): only the newest 80 MB are kept.");
        }
        return 0;
    }

    private PipelineRun find() throws IOException, InterruptedException {
        try (Database database = Database.open(data.path());
                Connection connection = database.connect()) {
            List<PipelineRun> found = id.equals("latest")
                    ? StoredRuns.newest(connection, 1)
                    : StoredRuns.beginningWith(connection, id, MOST_ALIKE);
            if (found.size() == 1) {
                return found.get(0);
            }
            throw new UserException(
                    found.isEmpty()
                            ? "there is no run " + id + ": see ./marquee runs"
                            : "several runs begin with " + id + ": did you mean "
                                    + found.stream().map(PipelineRun::runId).collect(Collectors.joining(", ")) + "?");
        } catch (SQLException e) {
            throw new UserException("the runs cannot be read: " + e.getMessage(), e);
        }
    }

    private static void print(StageTimes times) {
        print("fetching", times.fetchingSeconds());
        print("checking", times.checkingSeconds());
        print("reading films", times.readingFilmsSeconds());
        print("reading pages", times.readingPagesSeconds());
        print("processing", times.processingSeconds());
        print("verifying", times.verifyingSeconds());
    }

    private static void print(String stage, Double seconds) {
        if (seconds != null) {
            System.out.println(String.format(Locale.ROOT, "  %-13s %9.3f s", stage, seconds));
        }
    }
}

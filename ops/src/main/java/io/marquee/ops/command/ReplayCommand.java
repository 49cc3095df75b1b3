package io.marquee.ops.command;

import io.marquee.ingest.fetch.Location;
import io.marquee.ingest.run.Reading;
import io.marquee.ingest.run.RunRequest;
import io.marquee.ingest.run.RunStoppedException;
import io.marquee.ingest.run.Stopping;
import io.marquee.ops.history.StoredRuns;
import io.marquee.ops.pipeline.Pipeline;
import io.marquee.records.PipelineRun;
import io.marquee.settings.Commands;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tries rejected records again. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Try the rejected records again, after the program or a source has been mended: read the sources that have"
                    + " some, although they have not changed, and tell how many are still rejected. By default these are the"
                    + " sources of the last run.",
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
        PrintStream out = System.out;
        Before before = before();
        if (before.rejected.total() == 0) {
            out.println("no record is rejected: there is nothing to replay");
            return 0;
        }
        RunRequest request = request(before);
        try (Stopping stopping = Stopping.install(sources.stopGrace());
                Pipeline pipeline = Pipeline.start(Home.stack(data.path(), sources.partitions()))) {
            boolean good = OneRun.of(pipeline, request, sources, stopping, out).isGood();
            out.println();
            try (Connection connection =
                    pipeline.stack().database().dataSource().getConnection()) {
                RejectedKinds now = RejectedKinds.count(connection);
                now.comparedWith(before.rejected).lines().forEach(out::println);
                out.println("(" + before.rejected.total() + " rejected before, " + now.total() + " now)");
            }
            return good ? 0 : Commands.FAILED;
        } catch (SQLException e) {
            throw uncounted(e);
        } catch (RunStoppedException e) {
            System.err.println("marquee: stopped before the run's end; the last good report stands");
            return Commands.FAILED;
        }
    }

    /** What is known before anything is read. */
    private record Before(RejectedKinds rejected, PipelineRun last) {}

    private Before before() throws IOException, InterruptedException {
        try (Database database = Database.open(data.path());
                Connection connection = database.connect()) {
            PipelineRun last = StoredRuns.newestWithReport(connection).stream()
                    .findFirst()
                    .orElseThrow(() -> new UserException("no run has ended well yet: do a run first, ./marquee run"));
            return new Before(RejectedKinds.count(connection), last);
        } catch (SQLException e) {
            throw uncounted(e);
        }
    }

    /** Over the sources of the last run, where no others are named: those of the sample would take their place. */
    private RunRequest request(Before before) throws IOException {
        String films = sources.films(before.last.films().location());
        List<String> pages =
                sources.wikipedia(List.of(before.last.wikipedia().location().split(",", -1)));
        requireWhole("--films", List.of(films));
        requireWhole("--wikipedia", pages);
        Reading asked = sources.reading();
        Reading reading = new Reading(
                asked.filmsAnew() || before.rejected.has("films"),
                asked.wikipediaAnew() || before.rejected.has("wikipedia"),
                asked.partial());
        return sources.request("replay", data.path(), films, pages, reading);
    }

    /** What the history knows of a location is what may be shown of it. */
    private static void requireWhole(String option, List<String> locations) {
        if (locations.stream().anyMatch(location -> location.contains(Location.HIDDEN))) {
            throw new UserException("the location that the last run read has a secret in it, which is not kept: name it"
                    + " by " + option);
        }
    }

    private static UserException uncounted(SQLException e) {
        return new UserException("the rejected records cannot be counted: " + e.getMessage(), e);
    }
}

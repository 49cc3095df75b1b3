package io.marquee.ops.command;

import io.marquee.ingest.fetch.Fetcher;
import io.marquee.ingest.run.RunRequest;
import io.marquee.ingest.run.RunStoppedException;
import io.marquee.ingest.run.Stopping;
import io.marquee.ops.pipeline.Pipeline;
import io.marquee.settings.Commands;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs over earlier editions of the dump. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = {
            "Do a run for each finished edition of Wikipedia's dump from one on, the oldest first, so that the history has"
                    + " a report of each (--reports-kept says of how many); stop at the first that does not end well.",
            "The films are the same for all. At the end the tables show the last of these editions."
        })
final class BackfillCommand implements Callable<Integer> {

    private static final String DATE = "\\d{8}";

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DATE",
            description = "The first edition, such as 20261001.")
    private String from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            defaultValue = "99999999",
            description = "The last edition; without it, the newest that is finished.")
    private String to;

    @Option(
            names = "--wiki",
            paramLabel = "NAME",
            defaultValue = "enwiki",
            description = "Whose dump (default: ${DEFAULT-VALUE}).")
    private String wiki;

    @Mixin
    private SourceOptions sources;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!from.matches(DATE) || !to.matches(DATE)) {
            throw new UserException("--from and --to are dates such as 20261001");
        }
        if (sources.namesPages()) {
            throw new UserException("backfill finds the pages by --from: leave --wikipedia out");
        }
        if (to.compareTo(from) < 0) {
            throw new UserException("--to " + to + " is before --from " + from + ": name a later one");
        }
        PrintStream out = System.out;
        try (Stopping stopping = Stopping.install(sources.stopGrace())) {
            List<String> editions = new Fetcher(sources.fetch(data.path())).editions(wiki, from, to);
            if (editions.isEmpty()) {
                throw new UserException(
                        "no edition of " + wiki + " from " + from + " on is finished: name an earlier one");
            }
            // Whatever else can be known to be wrong is, before a stack is started.
            int kept = request(editions.get(0)).settings().reportsKept();
            if (editions.size() > kept) {
                throw new UserException("there are " + editions.size() + " editions, and only " + kept
                        + " reports are kept: say --reports-kept " + editions.size()
                        + ", here and in later runs, or name fewer by --to");
            }
            out.println("Editions: " + String.join(", ", editions));
            try (Pipeline pipeline = Pipeline.start(Home.stack(data.path(), sources.partitions()))) {
                for (String edition : editions) {
                    out.println("Edition " + edition);
                    if (stopping.isAsked() || !read(pipeline, edition, stopping, out)) {
                        out.println(goOn(edition));
                        return Commands.FAILED;
                    }
                }
                return 0;
            }
        }
    }

    private boolean read(Pipeline pipeline, String edition, Stopping stopping, PrintStream out)
            throws IOException, InterruptedException {
        try {
            return OneRun.of(pipeline, request(edition), sources, stopping, out).isGood();
        } catch (RunStoppedException e) {
            System.err.println("marquee: stopped before the end; the last good report stands");
            return false;
        } catch (UserException e) {
            throw new UserException(e.getMessage() + "; " + goOn(edition), e);
        }
    }

    private static String goOn(String edition) {
        return "go on from there with --from " + edition.replaceFirst("^.*:", "");
    }

    private RunRequest request(String edition) throws IOException {
        return sources.request(
                "backfill", data.path(), sources.films(Home.sampleFilms()), List.of(edition), sources.reading());
    }
}

package io.marquee.ingest;

import io.marquee.ingest.pages.ReaderThreads;
import io.marquee.ingest.run.Retention;
import io.marquee.ingest.run.RunLimits;
import io.marquee.records.RankBy;
import io.marquee.records.RunSettings;
import io.marquee.settings.UserException;
import java.time.Duration;
import picocli.CommandLine.Option;

/** What a run is asked for besides its sources, as every command that starts one has it. */
public final class RunOptions {

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many films the report has at most (default: ${DEFAULT-VALUE}).")
    private int top;

    @Option(
            names = "--rank-by",
            paramLabel = "ORDER",
            defaultValue = "return",
            description =
                    "What puts films in order: 'return', revenue / budget, or 'ratio', budget / revenue; the largest "
                            + "first (default: ${DEFAULT-VALUE}).")
    private RankBy rankBy;

    @Option(
            names = "--min-budget",
            paramLabel = "DOLLARS",
            defaultValue = "10000",
            description = "Films with a smaller budget are not ranked (default: ${DEFAULT-VALUE}).")
    private long minBudget;

    @Option(
            names = "--min-revenue",
            paramLabel = "DOLLARS",
            defaultValue = "10000",
            description = "Films with a smaller revenue are not ranked (default: ${DEFAULT-VALUE}).")
    private long minRevenue;

    @Option(
            names = "--reports-kept",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many reports stay as history, the newest included (default: ${DEFAULT-VALUE}).")
    private int reportsKept;

    @Option(
            names = "--runs-kept",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many runs that did something, or failed, stay in the history (default: "
                    + "${DEFAULT-VALUE}).")
    private int runsKept;

    @Option(
            names = "--unchanged-kept",
            paramLabel = "N",
            defaultValue = "168",
            description =
                    "How many runs that found nothing changed stay in the history (default: ${DEFAULT-VALUE}, a week of"
                            + " hourly runs).")
    private int unchangedKept;

    @Option(
            names = "--topic-hours",
            paramLabel = "N",
            defaultValue = "168",
            description = "How long films and pages stay in their topics, unless a newer reading replaces them; longer "
                    + "than a run takes (default: ${DEFAULT-VALUE}).")
    private int topicHours;

    @Option(
            names = "--max-rejected",
            paramLabel = "N",
            defaultValue = "100000",
            description = "A run with more rejected records in one source fails (default: ${DEFAULT-VALUE}).")
    private int maxRejected;

    @Option(
            names = "--stall-timeout",
            paramLabel = "MINUTES",
            defaultValue = "10",
            description = "How long the stream processor may show no sign of work (default: ${DEFAULT-VALUE}).")
    private int stallTimeout;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description = "Partitions of topics that are processed in parallel, where they have to be made (default: "
                    + "${DEFAULT-VALUE}).")
    private int partitions;

    @Option(
            names = "--reader-threads",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Threads that unpack and parse a Wikipedia dump; 0: one for each processor, if there is memory "
                            + "for so many (default: ${DEFAULT-VALUE}).")
    private int readerThreads;

    @Option(
            names = "--show-suspect",
            description = "Show a report in which verification finds something wrong: the run counts as succeeded, with"
                    + " what was found as its error. Without it, the report before stays in place.")
    private boolean showSuspect;

    @Option(
            names = "--stop-grace",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "How long a run may go on when the process is told to end; then it is stopped and fails"
                    + " (default: ${DEFAULT-VALUE}).")
    private int stopGrace;

    /**
     * Settings of the report.
     *
     * @throws UserException for a number out of its range
     */
    public RunSettings settings() {
        atLeast(1, "--top", top);
        atLeast(1, "--min-budget", minBudget);
        atLeast(1, "--min-revenue", minRevenue);
        atLeast(2, "--reports-kept", reportsKept);
        return new RunSettings(top, rankBy, minBudget, minRevenue, reportsKept);
    }

    /**
     * When a run gives up, what it may use, and how much it lets stay.
     *
     * @throws UserException for a number out of its range
     */
    public RunLimits limits() {
        atLeast(0, "--max-rejected", maxRejected);
        atLeast(1, "--stall-timeout", stallTimeout);
        atLeast(0, "--reader-threads", readerThreads);
        atLeast(1, "--runs-kept", runsKept);
        atLeast(1, "--unchanged-kept", unchangedKept);
        atLeast(1, "--topic-hours", topicHours);
        return new RunLimits(
                maxRejected,
                Duration.ofMinutes(stallTimeout),
                readerThreads == 0 ? ReaderThreads.usual() : readerThreads,
                new Retention(runsKept, unchangedKept, Duration.ofHours(topicHours)));
    }

    /**
     * How long a run may go on when the process is told to end.
     *
     * @throws UserException for a number out of its range
     */
    public Duration stopGrace() {
        atLeast(0, "--stop-grace", stopGrace);
        return Duration.ofSeconds(stopGrace);
    }

    /** Whether the report of a run in which something wrong is found is shown nevertheless. */
    public boolean showsSuspect() {
        return showSuspect;
    }

    /**
     * Partitions to make topics with.
     *
     * @throws UserException for a number out of its range
     */
    public int partitions() {
        atLeast(1, "--partitions", partitions);
        return partitions;
    }

    static void atLeast(long least, String option, long value) {
        if (value < least) {
            throw new UserException(option + " must be at least " + least + ", not " + value);
        }
    }
}

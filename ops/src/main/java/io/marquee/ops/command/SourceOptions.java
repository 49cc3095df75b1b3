package io.marquee.ops.command;

import io.marquee.ingest.FetchOptions;
import io.marquee.ingest.RunOptions;
import io.marquee.ingest.VerificationOptions;
import io.marquee.ingest.fetch.FetchSettings;
import io.marquee.ingest.notify.Notifier;
import io.marquee.ingest.notify.NotifyOptions;
import io.marquee.ingest.run.Reading;
import io.marquee.ingest.run.RunLimits;
import io.marquee.ingest.run.RunRequest;
import io.marquee.ingest.verification.VerificationSettings;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a run reads and what it is asked for; without sources, the bundled sample. */
final class SourceOptions {

    @Option(
            names = "--films",
            paramLabel = "LOCATION",
            description = "movies_metadata.csv, plain or in a zip, gz or bz2: " + FetchOptions.LOCATIONS
                    + ", or kaggle:owner/dataset (with KAGGLE_USERNAME and KAGGLE_KEY, or without) "
                    + "(default: the bundled sample).")
    private String films;

    @Option(
            names = "--wikipedia",
            split = ",",
            paramLabel = "LOCATION",
            description = "Wikipedia dump, plain or in a gz, bz2 or zip: " + FetchOptions.LOCATIONS
                    + ", or enwiki:latest, the newest finished dump of all articles, or enwiki:20261101. May be "
                    + "repeated, for a dump in parts (default: the bundled sample).")
    private List<String> wikipedia;

    @Mixin
    private RunOptions run;

    @Mixin
    private FetchOptions fetch;

    @Mixin
    private VerificationOptions verification;

    @Mixin
    private NotifyOptions notify;

    /**
     * What a run is asked for. Whatever can be known to be wrong with it is, before a stack is started for it.
     *
     * @param reason what starts it
     * @param data the data directory, where fetched sources are kept too
     * @throws UserException for a source that cannot be one, or a number out of its range
     */
    RunRequest request(String reason, Path data) throws IOException {
        return request(reason, data, films(Home.sampleFilms()), wikipedia(List.of(Home.samplePages())), run.reading());
    }

    /** The same with other sources, or read in another way. */
    RunRequest request(String reason, Path data, String otherFilms, List<String> otherPages, Reading reading)
            throws IOException {
        RunRequest request = new RunRequest(otherFilms, otherPages, run.settings(), reason, fetch(data), reading);
        limits();
        verification();
        notifier();
        partitions();
        request.probe();
        return request;
    }

    /** The films that the user names, or else others. */
    String films(String others) {
        return films == null ? others : films;
    }

    /** The pages that the user names, or else others. */
    List<String> wikipedia(List<String> others) {
        return wikipedia == null ? others : wikipedia;
    }

    /** How sources that are elsewhere are fetched. */
    FetchSettings fetch(Path data) {
        return fetch.settings(data.resolve("downloads"));
    }

    /** How sources are read. */
    Reading reading() {
        return run.reading();
    }

    /** Whether the user names pages. */
    boolean namesPages() {
        return wikipedia != null;
    }

    /** When a run gives up. */
    RunLimits limits() {
        return run.limits();
    }

    /** How a run is verified. */
    VerificationSettings verification() {
        return verification.settings(run.showsSuspect());
    }

    /** Who is told how runs end. */
    Notifier notifier() {
        return notify.notifier();
    }

    /** How long a run may go on when the process is told to end. */
    Duration stopGrace() {
        return run.stopGrace();
    }

    /** Partitions to make topics with. */
    int partitions() {
        return run.partitions();
    }
}

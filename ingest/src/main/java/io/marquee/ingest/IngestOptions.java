package io.marquee.ingest;

import io.marquee.ingest.publish.KafkaConnection;
import io.marquee.ingest.run.RunRequest;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a run, as every command that starts one has them. */
public final class IngestOptions {

    @Option(
            names = "--films",
            required = true,
            paramLabel = "LOCATION",
            description = "movies_metadata.csv, plain or in a zip, gz or bz2: " + FetchOptions.LOCATIONS
                    + ", or kaggle:owner/dataset (with KAGGLE_USERNAME and KAGGLE_KEY, or without).")
    private String films;

    @Option(
            names = "--wikipedia",
            required = true,
            split = ",",
            paramLabel = "LOCATION",
            description =
                    "Wikipedia dump, multistream or abstract, plain or in a bz2, gz or zip: " + FetchOptions.LOCATIONS
                            + ", or enwiki:latest, the "
                            + "newest finished dump of all articles, or enwiki:20261101. May be repeated, for a dump "
                            + "in parts.")
    private List<String> wikipedia;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private RunOptions run;

    @Mixin
    private FetchOptions fetch;

    /** What a run is asked for, for a reason such as {@code command}. */
    public RunRequest request(String reason) {
        return new RunRequest(
                films, wikipedia, run.settings(), reason, fetch.settings(Path.of("downloads")), run.reading());
    }

    /** What is asked for besides the sources. */
    public RunOptions run() {
        return run;
    }

    /** The broker. */
    public KafkaConnection connection() {
        return kafka.connection();
    }
}

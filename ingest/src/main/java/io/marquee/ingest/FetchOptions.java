package io.marquee.ingest;

import io.marquee.ingest.fetch.FetchEnvironment;
import io.marquee.ingest.fetch.FetchLimits;
import io.marquee.ingest.fetch.FetchSettings;
import io.marquee.settings.UserException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How sources that are elsewhere are fetched, as every command that starts a run has it. */
public final class FetchOptions {

    /** What the options for sources say of where a source may be. */
    public static final String LOCATIONS = "a path, a file:, http: or https: URI, or s3://bucket/key (with the "
            + "environment's AWS_* variables, AWS_ENDPOINT_URL among them)";

    @Option(
            names = "--downloads",
            paramLabel = "DIR",
            description = "Folder for sources that are fetched; one that has not changed is not fetched again "
                    + "(default: 'downloads' in the data directory, or here).")
    private Path downloads;

    @Option(
            names = "--fetch-attempts",
            paramLabel = "N",
            defaultValue = "8",
            description = "Attempts in a row that may bring nothing before fetching gives up (default: "
                    + "${DEFAULT-VALUE}).")
    private int attempts;

    @Option(
            names = "--fetch-stall",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "A connection on which no byte comes for so long counts as broken (default: "
                    + "${DEFAULT-VALUE}).")
    private int stall;

    @Option(
            names = "--fetch-hours",
            paramLabel = "N",
            defaultValue = "24",
            description = "How long fetching one file may take, pauses included (default: ${DEFAULT-VALUE}).")
    private int hours;

    @Option(
            names = "--dumps-url",
            paramLabel = "URL",
            defaultValue = FetchSettings.DUMPS,
            description = "The site of Wikipedia's dumps, or a mirror (default: ${DEFAULT-VALUE}).")
    private URI dumps;

    @Option(
            names = "--kaggle-url",
            paramLabel = "URL",
            defaultValue = FetchSettings.KAGGLE,
            description = "The site of Kaggle's datasets (default: ${DEFAULT-VALUE}).")
    private URI kaggle;

    @Option(
            names = "--contact",
            paramLabel = "ADDRESS",
            defaultValue = "",
            description = "Your mail or web address, told to servers; Wikipedia asks for it of those who fetch by "
                    + "program.")
    private String contact;

    /**
     * How to fetch.
     *
     * @param directory for downloads, unless the user names another
     * @throws UserException for a number out of its range, or an address that is none
     */
    public FetchSettings settings(Path directory) {
        RunOptions.atLeast(1, "--fetch-attempts", attempts);
        RunOptions.atLeast(1, "--fetch-stall", stall);
        RunOptions.atLeast(1, "--fetch-hours", hours);
        FetchLimits limits = new FetchLimits(attempts, Duration.ofSeconds(stall), Duration.ofHours(hours));
        return new FetchSettings(
                (downloads == null ? directory : downloads).toAbsolutePath().normalize(),
                limits,
                site("--dumps-url", dumps),
                site("--kaggle-url", kaggle),
                contact,
                new FetchEnvironment(System.getenv()));
    }

    private static URI site(String option, URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !scheme.matches("https?") || uri.getQuery() != null) {
            throw new UserException(option + " is no web address: give one such as " + FetchSettings.DUMPS);
        }
        return uri;
    }
}

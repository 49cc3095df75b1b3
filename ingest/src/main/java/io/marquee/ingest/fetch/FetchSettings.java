package io.marquee.ingest.fetch;

import java.net.URI;
import java.nio.file.Path;

/**
 * How sources are fetched.
 *
 * @param directory where their files are kept; made when it is needed
 * @param limits when fetching gives up
 * @param dumps the site of Wikipedia's dumps, or a mirror
 * @param kaggle the site of Kaggle's datasets
 * @param contact a mail or web address that servers are told; empty for none
 * @param environment gives access to stores
 */
public record FetchSettings(
        Path directory, FetchLimits limits, URI dumps, URI kaggle, String contact, FetchEnvironment environment) {

    /** The site of Wikipedia's dumps. */
    public static final String DUMPS = "https://dumps.wikimedia.org";

    /** The site of Kaggle's datasets. */
    public static final String KAGGLE = "https://www.kaggle.com";

    /** The usual sites and limits, with this process's environment. */
    public static FetchSettings in(Path directory) {
        return new FetchSettings(
                directory,
                FetchLimits.DEFAULT,
                URI.create(DUMPS),
                URI.create(KAGGLE),
                "",
                new FetchEnvironment(System.getenv()));
    }
}

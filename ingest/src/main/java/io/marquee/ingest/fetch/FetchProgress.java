package io.marquee.ingest.fetch;

/** Is told how far a download is. Called often: it must be quick and must not throw. */
@FunctionalInterface
public interface FetchProgress {

    /** Tells nobody. */
    FetchProgress NONE = (file, done, total) -> {};

    /**
     * How far it is.
     *
     * @param file its name
     * @param done bytes that are here
     * @param total bytes of the file; 0 if the server does not say
     */
    void at(String file, long done, long total);
}

package io.marquee.ingest.run;

/** Is told how far a run is. Called often and from the run's thread: it must be quick and must not throw. */
@FunctionalInterface
public interface Progress {

    /** What a run is doing. */
    enum Stage {
        /** Bringing a source from elsewhere. */
        FETCHING,
        /** Looking whether the sources have changed. */
        CHECKING,
        /** Reading a source for the first time, where two readings are needed. */
        SCANNING,
        /** Reading a source and publishing it. */
        PUBLISHING,
        /** Waiting for the stream processor; the numbers are records, not bytes. */
        PROCESSING,
        /** Waiting for the tables, and looking at what is in them. */
        VERIFYING
    }

    /**
     * How far it is.
     *
     * @param stage what it is doing
     * @param source the name of the file, or empty
     * @param done bytes of the source as it is stored, or records
     * @param total of those; 0 if it is not known
     * @param records records read so far of this source
     */
    void at(Stage stage, String source, long done, long total, long records);

    /**
     * What comes next is read of one of the two sources.
     *
     * @param source {@code films} or {@code wikipedia}
     */
    default void reading(String source) {}

    /** Tells nobody. */
    Progress NONE = (stage, source, done, total, records) -> {};
}

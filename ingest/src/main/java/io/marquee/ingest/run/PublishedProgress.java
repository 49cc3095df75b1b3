package io.marquee.ingest.run;

import io.marquee.records.RunProgress;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Makes records of how far a run is: at each change of stage, source or file, once a second between, and at the end. It
 * passes on what it is told. Used by the run's thread.
 */
final class PublishedProgress implements Progress, AutoCloseable {

    private static final long INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();

    private final Progress told;
    private final String runId;
    private final Clock clock;
    private final LongSupplier ticker;
    private final Consumer<RunProgress> sink;
    private String reading;
    private String readingBefore;
    private Stage stageBefore;
    private String fileBefore;
    private long made;

    /**
     * @param told is told the same
     * @param ticker tells nanoseconds, from any beginning
     * @param sink takes the records; it must be quick and must not throw
     */
    PublishedProgress(Progress told, String runId, Clock clock, LongSupplier ticker, Consumer<RunProgress> sink) {
        this.told = told;
        this.runId = runId;
        this.clock = clock;
        this.ticker = ticker;
        this.sink = sink;
    }

    @Override
    public void reading(String source) {
        reading = source;
        told.reading(source);
    }

    @Override
    public void at(Stage stage, String file, long done, long total, long records) {
        told.at(stage, file, done, total, records);
        long now = ticker.getAsLong();
        boolean isSame = stage == stageBefore && Objects.equals(reading, readingBefore) && file.equals(fileBefore);
        if (isSame && now - made < INTERVAL_NANOS) {
            return;
        }
        stageBefore = stage;
        readingBefore = reading;
        fileBefore = file;
        made = now;
        sink.accept(record(stage, file, done, total, records));
    }

    private RunProgress record(Stage stage, String name, long done, long total, long records) {
        String source = switch (stage) {
            case SCANNING, PUBLISHING -> reading;
            case CHECKING -> name;
            case FETCHING, PROCESSING, VERIFYING -> null;
        };
        String file = switch (stage) {
            case FETCHING, SCANNING, PUBLISHING -> name;
            case CHECKING, PROCESSING, VERIFYING -> null;
        };
        return new RunProgress(
                runId, clock.instant(), stage.name().toLowerCase(Locale.ROOT), source, file, done, total, records);
    }

    /** The run has ended, however it did. */
    @Override
    public void close() {
        sink.accept(new RunProgress(runId, clock.instant(), RunProgress.ENDED, null, null, 0, 0, 0));
    }
}

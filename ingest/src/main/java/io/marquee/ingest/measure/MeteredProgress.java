package io.marquee.ingest.measure;

import io.marquee.ingest.run.Progress;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;

/** Counts the records and bytes of one run's stages, and passes on what it is told. Used by the run's thread. */
final class MeteredProgress implements Progress {

    /** The source of a stage that is on both. */
    private static final String ALL = "all";

    private final MeterRegistry registry;
    private final Progress told;
    private String reading = ALL;
    private Stage stageBefore;
    private String fileBefore = "";
    private Counter records;
    private Counter bytes;
    private long recordsBefore;
    private long bytesBefore;

    MeteredProgress(MeterRegistry registry, Progress told) {
        this.registry = registry;
        this.told = told;
    }

    @Override
    public void reading(String source) {
        reading = source;
        told.reading(source);
    }

    @Override
    public void at(Stage stage, String file, long done, long total, long recordsNow) {
        if (stage != stageBefore || !file.equals(fileBefore)) {
            stageBefore = stage;
            fileBefore = file;
            begin(stage, done);
        }
        if (bytes != null && done > bytesBefore) {
            bytes.increment((double) (done - bytesBefore));
            bytesBefore = done;
        }
        if (records != null && recordsNow > recordsBefore) {
            records.increment((double) (recordsNow - recordsBefore));
            recordsBefore = recordsNow;
        }
        told.at(stage, file, done, total, recordsNow);
    }

    private void begin(Stage stage, long done) {
        boolean reads = stage == Stage.SCANNING || stage == Stage.PUBLISHING;
        Tags tags = Tags.of("stage", stage.name().toLowerCase(Locale.ROOT), "source", reads ? reading : ALL);
        records = reads || stage == Stage.PROCESSING
                ? Counter.builder("marquee.records")
                        .description("Records that went through a stage")
                        .tags(tags)
                        .register(registry)
                : null;
        bytes = reads || stage == Stage.FETCHING
                ? Counter.builder("marquee.bytes")
                        .description("Bytes, as sources are stored, that went through a stage")
                        .tags(tags)
                        .register(registry)
                : null;
        recordsBefore = 0;
        // What a download that is resumed has already is not fetched again.
        bytesBefore = stage == Stage.FETCHING ? done : 0;
    }
}

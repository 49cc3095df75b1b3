package io.marquee.ingest.run;

import io.marquee.records.StageTimes;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Measures the stages of one run, which follow each other. Not thread-safe. */
final class StageClock {

    private static final double NANOS_PER_MILLISECOND = 1e6;
    private static final double MILLISECONDS_PER_SECOND = 1000;

    private final Map<RunStage, Long> nanos = new EnumMap<>(RunStage.class);
    private final LongSupplier ticker;
    private RunStage current;
    private long since;

    /** @param ticker tells nanoseconds, from any beginning */
    StageClock(LongSupplier ticker) {
        this.ticker = ticker;
    }

    /** A stage begins, and the one before it ends. */
    void begin(RunStage stage) {
        long now = ticker.getAsLong();
        if (current != null) {
            nanos.merge(current, now - since, Long::sum);
        }
        current = stage;
        since = now;
    }

    /** The times up to now, the stage that is on included: of a run that fails, this is where it failed. */
    StageTimes times() {
        return new StageTimes(
                seconds(RunStage.FETCHING),
                seconds(RunStage.CHECKING),
                seconds(RunStage.READING_FILMS),
                seconds(RunStage.READING_PAGES),
                seconds(RunStage.PROCESSING),
                seconds(RunStage.VERIFYING));
    }

    /** To the millisecond; null for a stage that has not begun. */
    private Double seconds(RunStage stage) {
        Long ended = nanos.get(stage);
        if (ended == null && stage != current) {
            return null;
        }
        long all = (ended == null ? 0 : ended) + (stage == current ? ticker.getAsLong() - since : 0);
        return Math.round(all / NANOS_PER_MILLISECOND) / MILLISECONDS_PER_SECOND;
    }
}

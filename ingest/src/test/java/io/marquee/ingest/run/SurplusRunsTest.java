package io.marquee.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.records.PipelineRun;
import io.marquee.records.RunSettings;
import io.marquee.records.RunState;
import io.marquee.records.SourceCounts;
import io.marquee.records.StageTimes;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SurplusRunsTest {

    private static final boolean READS = true;

    private final SurplusRuns runs = new SurplusRuns();

    private void add(String id, RunState state, boolean readsFilms, boolean readsPages, Integer reportRows) {
        runs.add(new PipelineRun(
                id,
                state,
                "schedule",
                null,
                null,
                null,
                new SourceCounts("f", null, readsFilms, 0, 0, 0, null),
                new SourceCounts("w", null, readsPages, 0, 0, 0, null),
                null,
                null,
                null,
                reportRows,
                RunSettings.DEFAULT,
                StageTimes.NONE));
    }

    private static Retention keeping(int runs, int unchanged) {
        return new Retention(runs, unchanged, Duration.ofHours(1));
    }

    @Test
    void runsThatFoundNothingChangedDoNotPushOutThoseThatDidSomething() {
        add("1", RunState.SUCCEEDED, READS, READS, 5);
        add("2", RunState.SUCCEEDED, READS, READS, 5);
        for (int run = 3; run <= 8; run++) {
            add("" + run, RunState.UNCHANGED, false, false, null);
        }
        assertThat(runs.of(keeping(2, 2), 2)).containsExactly("3", "4", "5", "6");
        assertThat(runs.of(keeping(2, 6), 2)).isEmpty();
    }

    @Test
    void theOldestGoFirst() {
        for (int run = 1; run <= 5; run++) {
            add("" + run, RunState.FAILED, READS, READS, null);
        }
        assertThat(runs.of(keeping(3, 1), 2)).containsExactly("1", "2");
    }

    @Test
    void whatTheNextRunAndReadersNeedStaysHoweverManyFailedSince() {
        add("1", RunState.SUCCEEDED, READS, READS, 5);
        add("2", RunState.SUCCEEDED, false, READS, 5);
        add("3", RunState.SUCCEEDED, READS, false, 5);
        add("4", RunState.SUSPECT, false, false, 5);
        for (int run = 5; run <= 8; run++) {
            add("" + run, RunState.FAILED, false, false, null);
        }
        // 2 read the pages, 3 the films and stands, 4 has one of the two reports that are kept.
        assertThat(runs.of(keeping(1, 1), 2)).containsExactly("1", "5", "6", "7");
    }

    @Test
    void aRunThatHasNotEndedStaysAndOneThatWasLetGoIsForgotten() {
        add("1", RunState.RUNNING, false, false, null);
        add("2", RunState.FAILED, false, false, null);
        add("3", RunState.FAILED, false, false, null);
        add("4", RunState.FAILED, false, false, null);
        runs.remove("2");
        assertThat(runs.of(keeping(1, 1), 2)).containsExactly("3");
    }
}

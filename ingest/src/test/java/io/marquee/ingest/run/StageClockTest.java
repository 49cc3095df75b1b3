package io.marquee.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.records.StageTimes;
import org.junit.jupiter.api.Test;

class StageClockTest {

    private long now;
    private final StageClock clock = new StageClock(() -> now);

    @Test
    void nothingIsToldOfStagesThatHaveNotBegun() {
        assertThat(clock.times()).isEqualTo(StageTimes.NONE);
    }

    @Test
    void theStageThatIsOnCountsUpToNowAndThoseBeforeItUpToTheirEnd() {
        clock.begin(RunStage.FETCHING);
        now += 20_000_000;
        clock.begin(RunStage.PROCESSING);
        now += 1_500_000_000;

        assertThat(clock.times()).isEqualTo(new StageTimes(0.02, null, null, null, 1.5, null));
        now += 1_000_000;
        assertThat(clock.times()).isEqualTo(new StageTimes(0.02, null, null, null, 1.501, null));
    }
}

package io.marquee.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.records.StageTimes;
import org.junit.jupiter.api.Test;

class StageClockTest {

    private final StageClock clock = new StageClock();

    @Test
    void nothingIsToldOfStagesThatHaveNotBegun() {
        assertThat(clock.times()).isEqualTo(StageTimes.NONE);
    }

    @Test
    void theStageThatIsOnCountsUpToNowAndThoseBeforeItUpToTheirEnd() throws InterruptedException {
        clock.begin(RunStage.FETCHING);
        Thread.sleep(20);
        clock.begin(RunStage.PROCESSING);
        StageTimes first = clock.times();
        Thread.sleep(20);
        StageTimes second = clock.times();

        assertThat(first.fetchingSeconds()).isGreaterThanOrEqualTo(0.02).isEqualTo(second.fetchingSeconds());
        assertThat(second.processingSeconds()).isGreaterThanOrEqualTo(first.processingSeconds() + 0.019);
        assertThat(second.checkingSeconds()).isNull();
    }
}

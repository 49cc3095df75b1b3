package io.marquee.ops.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.ingest.run.Progress.Stage;
import io.marquee.records.RunProgress;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class LiveRunTest {

    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void ratesAndTimeLeftComeFromTheLastMomentsOfTheSameWork() {
        LiveRun run = LiveRun.begin(told(0, "publishing", "pages.bz2", 0, 1000, 0))
                .with(told(30, "publishing", "pages.bz2", 100, 1000, 10))
                .with(told(40, "publishing", "pages.bz2", 300, 1000, 50));

        assertThat(run.unitsPerSecond()).isEqualTo(20);
        assertThat(run.recordsPerSecond()).isEqualTo(4);
        assertThat(run.secondsLeft()).isEqualTo(35);
    }

    @Test
    void anotherFileBeginsAnew() {
        LiveRun run = LiveRun.begin(told(0, "publishing", "one.bz2", 0, 1000, 0))
                .with(told(5, "publishing", "one.bz2", 900, 1000, 10))
                .with(told(6, "publishing", "two.bz2", 10, 1000, 10));

        assertThat(run.unitsPerSecond()).isNull();
        assertThat(run.secondsLeft()).isNull();
        assertThat(run.secondsIn(Stage.PUBLISHING, START.plusSeconds(7))).isEqualTo(7);
    }

    @Test
    void nothingIsSaidOfTheTimeLeftWhereNothingIsKnownOrNothingMoves() {
        LiveRun unknown = LiveRun.begin(told(0, "fetching", "pages.bz2", 0, 0, 0))
                .with(told(5, "fetching", "pages.bz2", 500, 0, 0));
        LiveRun still = LiveRun.begin(told(0, "processing", null, 500, 1000, 500))
                .with(told(5, "processing", null, 500, 1000, 500));

        assertThat(unknown.unitsPerSecond()).isEqualTo(100);
        assertThat(unknown.secondsLeft()).isNull();
        assertThat(still.secondsLeft()).isNull();
    }

    @Test
    void stagesHaveTheTimeThatTheyTookAlsoWhenARunComesBackToThem() {
        LiveRun run = LiveRun.begin(told(0, "checking", null, 0, 0, 0))
                .with(told(2, "publishing", "films.csv", 0, 10, 0))
                .with(told(5, "scanning", "films2.csv", 0, 10, 0))
                .with(told(6, "publishing", "films2.csv", 0, 10, 0))
                .with(told(9, "processing", null, 0, 10, 0));

        assertThat(run.secondsIn(Stage.CHECKING, START.plusSeconds(10))).isEqualTo(2);
        assertThat(run.secondsIn(Stage.PUBLISHING, START.plusSeconds(10))).isEqualTo(6);
        assertThat(run.secondsIn(Stage.SCANNING, START.plusSeconds(10))).isEqualTo(1);
        assertThat(run.secondsIn(Stage.PROCESSING, START.plusSeconds(10))).isEqualTo(1);
        assertThat(run.secondsIn(Stage.VERIFYING, START.plusSeconds(10))).isNull();
    }

    private static RunProgress told(int second, String stage, String file, long done, long total, long records) {
        return new RunProgress(
                "20261125T120000.000Z", START.plusSeconds(second), stage, "wikipedia", file, done, total, records);
    }
}

package io.marquee.ingest.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.ingest.run.Progress;
import io.marquee.records.PipelineRun;
import io.marquee.records.RunSettings;
import io.marquee.records.RunState;
import io.marquee.records.SourceCounts;
import io.marquee.records.StageTimes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RunMetersTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RunMeters meters = new RunMeters(registry, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aRunThatSucceedsLeavesItsFigures() {
        try (RunMeters.Measured measured = meters.begin(Progress.NONE)) {
            assertThat(gauge("marquee.run.in.progress")).isEqualTo(1);
            measured.ended(run(RunState.SUCCEEDED));
        }

        assertThat(gauge("marquee.run.in.progress")).isZero();
        assertThat(gauge("marquee.films.linked")).isEqualTo(328);
        assertThat(gauge("marquee.report.rows")).isEqualTo(266);
        assertThat(gauge("marquee.rejected", "source", "films")).isEqualTo(10);
        assertThat(gauge("marquee.last.run.stage", "stage", "reading_pages")).isEqualTo(2.5);
        assertThat(gauge("marquee.last.run.stage", "stage", "fetching")).isZero();
        assertThat(gauge("marquee.last.success.timestamp")).isEqualTo((double) NOW.getEpochSecond());
        assertThat(ended("succeeded")).isEqualTo(1);
    }

    @Test
    void aRunThatIsLeftByAnExceptionHasFailed() {
        meters.begin(Progress.NONE).close();

        assertThat(ended("failed")).isEqualTo(1);
        assertThat(gauge("marquee.last.run.state", "state", "failed")).isEqualTo(1);
        assertThat(gauge("marquee.last.success.timestamp")).isZero();
        assertThat(gauge("marquee.report.rows"))
                .as("nothing is known of a report")
                .isNaN();
    }

    @Test
    void aSuspectRunIsNoSuccessAndTheNextGoodOneEndsThat() {
        end(RunState.SUSPECT);
        assertThat(gauge("marquee.last.run.state", "state", "suspect")).isEqualTo(1);
        assertThat(gauge("marquee.last.success.timestamp")).isZero();

        end(RunState.SUCCEEDED);
        assertThat(gauge("marquee.last.run.state", "state", "suspect")).isZero();
    }

    @Test
    void recordsAndBytesAreCountedByStageAndSource() {
        List<String> told = new ArrayList<>();
        try (RunMeters.Measured measured =
                meters.begin((stage, file, done, total, records) -> told.add(stage + " " + records))) {
            Progress progress = measured.progress();
            progress.at(Progress.Stage.FETCHING, "movies.zip", 1000, 4000, 0);
            progress.at(Progress.Stage.FETCHING, "movies.zip", 4000, 4000, 0);
            progress.reading("films");
            progress.at(Progress.Stage.SCANNING, "movies.csv", 4000, 4000, 350);
            progress.at(Progress.Stage.PUBLISHING, "movies.csv", 1500, 4000, 100);
            progress.at(Progress.Stage.PUBLISHING, "movies.csv", 4000, 4000, 350);
            progress.reading("wikipedia");
            progress.at(Progress.Stage.PUBLISHING, "part1.bz2", 70, 70, 7);
            progress.at(Progress.Stage.PUBLISHING, "part2.bz2", 50, 50, 5);
            progress.at(Progress.Stage.PROCESSING, "", 6, 9, 6);
            measured.ended(run(RunState.SUCCEEDED));
        }

        assertThat(counted("marquee.bytes", "fetching", "all"))
                .as("what a download that is resumed had is not counted")
                .isEqualTo(3000);
        assertThat(counted("marquee.records", "scanning", "films")).isEqualTo(350);
        assertThat(counted("marquee.records", "publishing", "films")).isEqualTo(350);
        assertThat(counted("marquee.bytes", "publishing", "films")).isEqualTo(4000);
        assertThat(counted("marquee.records", "publishing", "wikipedia")).isEqualTo(12);
        assertThat(counted("marquee.bytes", "publishing", "wikipedia")).isEqualTo(120);
        assertThat(counted("marquee.records", "processing", "all")).isEqualTo(6);
        assertThat(told).hasSize(8).endsWith("PUBLISHING 5", "PROCESSING 6");
    }

    private void end(RunState state) {
        try (RunMeters.Measured measured = meters.begin(Progress.NONE)) {
            measured.ended(run(state));
        }
    }

    private double gauge(String name, String... tags) {
        return registry.get(name).tags(tags).gauge().value();
    }

    private double ended(String state) {
        return registry.get("marquee.runs").tag("state", state).counter().count();
    }

    private double counted(String name, String stage, String source) {
        return registry.get(name)
                .tags("stage", stage, "source", source)
                .counter()
                .count();
    }

    private static PipelineRun run(RunState state) {
        return new PipelineRun(
                "20261124T080000.000Z",
                state,
                "command",
                NOW,
                NOW,
                null,
                new SourceCounts("movies.zip", "a", true, 358, 348, 10, 348L),
                new SourceCounts("pages.gz", "b", true, 3500, 3500, 0, 3500L),
                348L,
                328L,
                266L,
                266,
                RunSettings.DEFAULT,
                new StageTimes(null, 0.1, 0.5, 2.5, 1.0, 0.2));
    }
}

package io.marquee.ops.drills;

import io.marquee.ingest.run.Cancellation;
import io.marquee.ingest.run.Progress;
import io.marquee.ingest.run.RunLimits;
import io.marquee.ingest.run.RunRequest;
import io.marquee.ops.pipeline.Pipeline;
import io.marquee.ops.pipeline.SampleFiles;
import io.marquee.ops.pipeline.TestPipeline;
import io.marquee.records.RunSettings;
import io.marquee.records.RunState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MonthOfRunsTest {
    @TempDir
    private Path directory;

    @Test
    void measure() throws Exception {
        SimulatedClock clock = new SimulatedClock(Instant.parse("2026-01-01T00:00:00Z"));
        Path films = directory.resolve("films.csv");
        SampleFiles.writeFilms(films, row -> row);
        Path pages = directory.resolve("pages.xml");
        SampleFiles.writePagesWithout(pages, "nothing");
        try (Pipeline pipeline = Pipeline.start(TestPipeline.options(directory.resolve("data"), 3), clock)) {
            for (int hour = 0; hour < 200; hour++) {
                long start = System.nanoTime();
                RunState state = pipeline.run(
                                new RunRequest(
                                        films.toString(), List.of(pages.toString()), RunSettings.DEFAULT, "schedule"),
                                RunLimits.DEFAULT,
                                Progress.NONE,
                                new Cancellation())
                        .run()
                        .state();
                if (hour % 20 < 2) {
                    System.out.println(hour + " " + state + " " + (System.nanoTime() - start) / 1000000 + " ms");
                }
                clock.advance(Duration.ofHours(1));
            }
        }
    }
}

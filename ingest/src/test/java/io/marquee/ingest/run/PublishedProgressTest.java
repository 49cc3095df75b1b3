package io.marquee.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.records.RunProgress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedProgressTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:54:42Z");
    private static final long TENTH = 100_000_000;

    private long nanos = -5 * TENTH;
    private final List<String> told = new ArrayList<>();
    private final List<RunProgress> made = new ArrayList<>();
    private final PublishedProgress progress = new PublishedProgress(
            (stage, file, done, total, records) -> told.add(stage + " " + done),
            "run-1",
            Clock.fixed(NOW, ZoneOffset.UTC),
            () -> nanos,
            made::add);

    @Test
    void thereIsOneRecordASecondAndEverythingIsPassedOn() {
        progress.reading("wikipedia");
        for (int tenth = 0; tenth <= 30; tenth++) {
            progress.at(Progress.Stage.PUBLISHING, "pages.bz2", tenth, 30, 2L * tenth);
            nanos += TENTH;
        }

        assertThat(told).hasSize(31).contains("PUBLISHING 17");
        assertThat(made).extracting(RunProgress::done).containsExactly(0L, 10L, 20L, 30L);
        assertThat(made.get(1))
                .isEqualTo(new RunProgress("run-1", NOW, "publishing", "wikipedia", "pages.bz2", 10, 30, 20));
    }

    @Test
    void aChangeOfStageSourceOrFileIsToldAtOnce() {
        progress.at(Progress.Stage.FETCHING, "movies.zip", 1, 4, 0);
        progress.at(Progress.Stage.FETCHING, "pages.bz2", 1, 4, 0);
        progress.at(Progress.Stage.CHECKING, "films", 0, 0, 0);
        progress.at(Progress.Stage.CHECKING, "wikipedia", 0, 0, 0);
        progress.reading("films");
        progress.at(Progress.Stage.PUBLISHING, "same", 0, 4, 0);
        progress.reading("wikipedia");
        progress.at(Progress.Stage.PUBLISHING, "same", 0, 4, 0);
        progress.at(Progress.Stage.PROCESSING, "", 7, 9, 7);
        progress.at(Progress.Stage.PROCESSING, "", 9, 9, 9);
        progress.at(Progress.Stage.VERIFYING, "", 0, 0, 0);
        progress.close();

        assertThat(made)
                .extracting(record -> record.stage() + " " + record.source() + " " + record.file())
                .containsExactly(
                        "fetching null movies.zip",
                        "fetching null pages.bz2",
                        "checking films null",
                        "checking wikipedia null",
                        "publishing films same",
                        "publishing wikipedia same",
                        "processing null null",
                        "verifying null null",
                        "ended null null");
    }
}

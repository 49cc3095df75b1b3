package io.marquee.ops.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunLogsTest {

    private static final String RUN = "20200101T120000.000Z";

    @TempDir
    private Path folder;

    @Test
    void linesOfSeveralProcessesAreInTheOrderOfTimeWithWhatBelongsToThem() throws Exception {
        write(
                "ingest-1",
                "2026-11-25T12:00:01.000Z INFO  - run " + RUN + " started",
                "2026-11-25T12:00:05.000Z INFO  - other");
        write(
                "processor-1",
                "2026-11-25T12:00:00.500Z INFO  - of no run",
                "2026-11-25T12:00:00.900Z ERROR - run " + RUN + " went wrong",
                "  at some.Place");

        assertThat(new RunLogs(folder).of(RUN).lines())
                .containsExactly(
                        "2026-11-25T12:00:00.900Z ERROR - run " + RUN + " went wrong",
                        "  at some.Place",
                        "2026-11-25T12:00:01.000Z INFO  - run " + RUN + " started");
    }

    @Test
    void aLogWithoutTheRunSaysWhyThereIsNothing() throws Exception {
        RunLogs.Lines lines = new RunLogs(folder.resolve("nowhere")).of(RUN);

        assertThat(lines.lines()).isEmpty();
        assertThat(lines.note()).startsWith("The log has no line of it");
    }

    @Test
    void aLogThatEndedBeforeTheRunIsNotRead() throws Exception {
        write("ingest-1", "2026-11-25T12:00:01.000Z INFO  - run " + RUN + " started");
        Path log = folder.resolve("ingest-1").resolve("marquee.log");
        Files.setLastModifiedTime(log, FileTime.from(Instant.parse("2019-12-31T00:00:00Z")));

        assertThat(new RunLogs(folder).of(RUN).lines()).isEmpty();
    }

    @Test
    void ofALongLogTheNewestLinesAreShown() throws Exception {
        write(
                "ingest-1",
                IntStream.range(0, 3000)
                        .mapToObj(i -> "2026-11-25T12:00:00.000Z INFO  - run " + RUN + " line " + i)
                        .toArray(String[]::new));
        RunLogs.Lines lines = new RunLogs(folder).of(RUN);

        assertThat(lines.cut()).isTrue();
        assertThat(lines.lines()).hasSize(2000).last().asString().endsWith("line 2999");
    }

    @Test
    void whatIsNoRunsIdIsRefused() {
        assertThatThrownBy(() -> new RunLogs(folder).of("../../etc/passwd"))
                .isInstanceOf(Query.WrongException.class)
                .hasMessageContaining("no run's id");
    }

    private void write(String process, String... lines) throws Exception {
        Path own = Files.createDirectories(folder.resolve(process));
        Files.write(own.resolve("marquee.log"), List.of(lines));
    }
}

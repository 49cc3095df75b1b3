package io.marquee.ops.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquee.ingest.run.Cancellation;
import io.marquee.ingest.run.Progress;
import io.marquee.ingest.run.RunLimits;
import io.marquee.ingest.run.RunRequest;
import io.marquee.ingest.run.RunStoppedException;
import io.marquee.records.RunSettings;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails while a run is on is told in one line, and the last good report stays. */
final class FaultsTest {

    private static final String REPORT = "select * from movie_report order by rank";

    @TempDir
    private Path data;

    @TempDir
    private Path files;

    @Test
    void sourcesThatBreakWhileTheyAreReadLeaveTheReport() throws Exception {
        byte[] packed = Files.readAllBytes(SampleFiles.pages());
        byte[] plain;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(SampleFiles.pages()))) {
            plain = in.readAllBytes();
        }
        try (TestPipeline pipeline = TestPipeline.start(data)) {
            List<String> report = goodReport(pipeline);

            assertRefused(pipeline, "cut.gz", Arrays.copyOf(packed, packed.length / 2), "is cut off", "fetch it again");
            assertRefused(pipeline, "cut.xml", Arrays.copyOf(plain, plain.length / 2), "is cut off", "fetch it again");
            assertRefused(
                    pipeline,
                    "tags.xml",
                    "<feed><doc><title>Heat</title></dco></feed>".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    "is not well-formed near line 1, page 1",
                    "fetch it again");
            assertRefused(
                    pipeline,
                    "bare.xml",
                    "<feed></feed>".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    "holds no <doc>",
                    "name a Wikipedia dump");

            assertThat(pipeline.rows(REPORT)).isEqualTo(report);
        }
    }

    private void assertRefused(TestPipeline pipeline, String name, byte[] content, String what, String remedy)
            throws IOException {
        Path pages = Files.write(files.resolve(name), content);
        UserException error = catchThrowableOfType(
                UserException.class, () -> run(pipeline, SampleFiles.films(), pages, Progress.NONE));
        assertThat(error).hasMessageContainingAll(name, what, remedy);
        assertThat(error.getMessage()).hasLineCount(1);
    }

    @Test
    void aDatabaseThatIsKilledWhileARunIsOnStopsTheRunAndTheNextOneRepairsIt() throws Exception {
        List<String> report;
        try (TestPipeline pipeline = TestPipeline.start(data)) {
            report = goodReport(pipeline);
            long server = pipeline.pipeline().stack().database().pid();

            UserException error = catchThrowableOfType(
                    UserException.class,
                    () -> run(
                            pipeline,
                            changed(),
                            SampleFiles.pages(),
                            once(() -> ProcessHandle.of(server).orElseThrow().destroyForcibly())));

            assertThat(error)
                    .hasMessageContainingAll("the database stopped", "the last good report stands", "run again");
            assertThat(error.getMessage()).hasLineCount(1);
        }
        try (TestPipeline pipeline = TestPipeline.start(data)) {
            assertThat(pipeline.rows("select count(*) from movie_report")).containsExactly(report.size() + "");
            assertThat(run(pipeline, changed(), SampleFiles.pages(), Progress.NONE)
                            .isGood())
                    .isTrue();
            assertThat(pipeline.rows("select budget from movie_report where film_id = 862"))
                    .containsExactly("77000000");
        }
    }

    @Test
    void aRunThatIsToldToStopEndsAndTheNextOneRepairsIt() throws Exception {
        try (TestPipeline pipeline = TestPipeline.start(data)) {
            List<String> report = goodReport(pipeline);
            Cancellation cancellation = new Cancellation();

            RunStoppedException stopped = catchThrowableOfType(
                    RunStoppedException.class,
                    () -> pipeline.pipeline()
                            .run(
                                    request(changed(), SampleFiles.pages()),
                                    RunLimits.DEFAULT,
                                    once(cancellation::request),
                                    cancellation));

            assertThat(stopped).isNotNull();
            assertThat(pipeline.rows(REPORT)).isEqualTo(report);
            assertThat(run(pipeline, changed(), SampleFiles.pages(), Progress.NONE)
                            .isGood())
                    .isTrue();
        }
    }

    private static List<String> goodReport(TestPipeline pipeline) throws Exception {
        assertThat(pipeline.run(SampleFiles.films(), SampleFiles.pages()).isGood())
                .isTrue();
        return pipeline.rows(REPORT);
    }

    private Path changed() throws IOException {
        int budget = SampleFiles.column("budget");
        return SampleFiles.writeFilms(files.resolve("changed.csv"), row -> {
            if (row.get(5).equals("862")) {
                row.set(budget, "77000000");
            }
            return row;
        });
    }

    /** Does something once the films are being published. */
    private static Progress once(Runnable action) {
        AtomicBoolean done = new AtomicBoolean();
        return (stage, source, bytes, total, records) -> {
            if (stage == Progress.Stage.PUBLISHING && done.compareAndSet(false, true)) {
                action.run();
            }
        };
    }

    private static RunResult run(TestPipeline pipeline, Path films, Path pages, Progress progress)
            throws IOException, InterruptedException {
        return pipeline.pipeline().run(request(films, pages), RunLimits.DEFAULT, progress, new Cancellation());
    }

    private static RunRequest request(Path films, Path pages) {
        return new RunRequest(films.toString(), List.of(pages.toString()), RunSettings.DEFAULT, "command");
    }
}

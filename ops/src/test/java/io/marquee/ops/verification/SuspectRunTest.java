package io.marquee.ops.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.ingest.notify.Notifier;
import io.marquee.ingest.run.Cancellation;
import io.marquee.ingest.run.Progress;
import io.marquee.ingest.run.RunLimits;
import io.marquee.ingest.run.RunRequest;
import io.marquee.ingest.verification.VerificationSettings;
import io.marquee.ops.pipeline.Outcome;
import io.marquee.ops.pipeline.RunResult;
import io.marquee.ops.pipeline.SampleFiles;
import io.marquee.ops.pipeline.TestPipeline;
import io.marquee.records.PipelineRun;
import io.marquee.records.RankBy;
import io.marquee.records.RunSettings;
import io.marquee.records.RunState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leads to in which verification finds something: a dump that lacks many films' pages. */
final class SuspectRunTest {

    /** So few reports are kept that two suspect ones would push out the good one, if it were not held. */
    private static final RunSettings SETTINGS = new RunSettings(1000, RankBy.RETURN, 10_000, 10_000, 2);

    private static final String REPORT = "select * from movie_report order by rank";
    private static final String FINDING = "of the films have a page, after";

    @TempDir
    private Path data;

    @TempDir
    private Path files;

    @Test
    void theEarlierReportStaysUntilTheSuspectOneIsAskedFor() throws Exception {
        try (TestPipeline pipeline = TestPipeline.start(data)) {
            assertThat(run(pipeline, SampleFiles.pages()).isGood()).isTrue();
            List<String> report = pipeline.rows(REPORT);
            Path pages = pagesOfFewFilms(pipeline);

            RunResult suspect = run(pipeline, pages);
            assertSuspect(suspect);
            assertThat(pipeline.rows("select state, error from pipeline_run order by run_id desc limit 1"))
                    .containsExactly("suspect|" + suspect.run().error());
            assertThat(pipeline.rows(REPORT)).isEqualTo(report);
            assertThat(pipeline.rows("select count(*) from movie_report_row where run_id = '"
                            + suspect.run().runId() + "'"))
                    .as("its report is kept as history")
                    .containsExactly(suspect.run().reportRows().toString());

            RunResult again = run(pipeline, pages);
            assertSuspect(again);
            assertThat(again.run().wikipedia().changed())
                    .as("what was read and has not changed is not read again")
                    .isFalse();
            assertThat(pipeline.rows(REPORT)).isEqualTo(report);

            assertThatItCanBeShown(pipeline, pages);
            assertThatGoodPagesBringAGoodReport(pipeline, report);
        }
    }

    private static void assertSuspect(RunResult result) {
        assertThat(result.run().state()).isEqualTo(RunState.SUSPECT);
        assertThat(result.run().error()).contains(FINDING).hasLineCount(1);
        assertThat(result.isGood()).as("exit code 0").isFalse();
        assertThat(Outcome.lines(result))
                .anySatisfy(line -> assertThat(line).contains("stays in place; --show-suspect"));
    }

    private static void assertThatItCanBeShown(TestPipeline pipeline, Path pages) throws Exception {
        RunResult shown = run(pipeline, pages, new VerificationSettings(5, true));
        assertThat(shown.run().state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(shown.run().error()).contains(FINDING);
        assertThat(shown.isGood()).isFalse();
        assertThat(pipeline.rows("select distinct run_id from movie_report"))
                .containsExactly(shown.run().runId());

        PipelineRun accepted = run(pipeline, pages).run();
        assertThat(accepted.state())
                .as("it is what the next run is compared with")
                .isEqualTo(RunState.SUCCEEDED);
        assertThat(accepted.error()).isNull();
        assertThat(run(pipeline, pages).run().state()).isEqualTo(RunState.UNCHANGED);
    }

    private static void assertThatGoodPagesBringAGoodReport(TestPipeline pipeline, List<String> report)
            throws Exception {
        assertThat(run(pipeline, SampleFiles.pages()).isGood()).isTrue();
        assertThat(withoutRun(pipeline.rows(REPORT))).isEqualTo(withoutRun(report));
    }

    private static RunResult run(TestPipeline pipeline, Path pages) throws Exception {
        return run(pipeline, pages, VerificationSettings.DEFAULT);
    }

    private static RunResult run(TestPipeline pipeline, Path pages, VerificationSettings verification)
            throws Exception {
        RunRequest request =
                new RunRequest(SampleFiles.films().toString(), List.of(pages.toString()), SETTINGS, "command");
        return pipeline.pipeline()
                .run(request, RunLimits.DEFAULT, verification, Notifier.NONE, Progress.NONE, new Cancellation());
    }

    private static List<String> withoutRun(List<String> rows) {
        return rows.stream().map(row -> row.substring(0, row.lastIndexOf('|'))).toList();
    }

    private Path pagesOfFewFilms(TestPipeline pipeline) throws Exception {
        String[] titles = pipeline.rows(
                        "select wikipedia_title from film where wikipedia_title is not null order by film_id limit 60")
                .toArray(String[]::new);
        return SampleFiles.writePagesWithout(files.resolve("pages.xml"), titles);
    }
}

package io.marquee.ops.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.ops.pipeline.SampleFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs over what was published before, and over what was read before. */
final class BackfillTest {

    @TempDir
    private static Path directory;

    private static Path data;
    private static DumpServer site;
    private static Launch backfill;

    /** Four editions, of which one is not finished, and the last is none. */
    @BeforeAll
    static void backfill() throws Exception {
        data = directory.resolve("data");
        site = new DumpServer();
        byte[] pages = Files.readAllBytes(SampleFiles.pages());
        site.publish("20260901", "done", pages);
        site.publish("20261001", "done", pages);
        site.publish("20261020", "in-progress", pages);
        site.publish(
                "20261101", "done", gzip(SampleFiles.writePagesWithout(directory.resolve("pages.xml"), "Toy Story")));
        site.publish("20261120", "done", "nothing of a dump".getBytes(UTF_8));
        backfill = launch(
                "backfill",
                "--from",
                "20261001",
                "--dumps-url",
                site.url(),
                "--films",
                SampleFiles.films().toString());
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void eachFinishedEditionHasARunInTurnUpToTheFirstThatFails() {
        assertThat(backfill.output().get(0)).isEqualTo("Editions: enwiki:20261001, enwiki:20261101, enwiki:20261120");
        assertThat(backfill.output())
                .contains("Edition enwiki:20261001", "Edition enwiki:20261101", "Edition enwiki:20261120");
        assertThat(backfill.errors())
                .singleElement()
                .asString()
                .contains("enwiki-20261120-pages-articles-multistream.xml.bz2")
                .endsWith("; go on from there with --from 20261120");
        assertThat(backfill.exitCode()).isEqualTo(2);
    }

    @Test
    void theHistoryHasAReportForEach() {
        Launch reports = launch(
                "sql",
                "--full",
                "select run.reason, run.wikipedia_location, count(*) > 0 as reported, count(*) filter (where"
                        + " shown.film_id = 862 and shown.wikipedia_url like '%/Toy_Story') as linked from pipeline_run"
                        + " run join movie_report_row shown using (run_id) where run.reason = 'backfill' group by"
                        + " run.run_id order by run.run_id");

        assertThat(reports.errors()).isEmpty();
        assertThat(reports.output().subList(2, 4).stream()
                        .map(line -> line.replaceAll(" +", " ").strip()))
                .containsExactly("backfill enwiki:20261001 t 1", "backfill enwiki:20261101 t 0");
    }

    @Test
    void rejectedRecordsAreReadOnceMoreThoughTheirSourceHasNotChanged() {
        Launch replay = launch("replay", "--dumps-url", site.url());

        assertThat(replay.errors()).isEmpty();
        assertThat(replay.output())
                .anySatisfy(line -> assertThat(line).matches("  films +358 read = 348 published \\+ 10 rejected.*"))
                .anySatisfy(line -> assertThat(line).isEqualTo("  wikipedia  has not changed and was not read"))
                .anySatisfy(line -> assertThat(line).matches("films   the id … comes again on line … +3 +3"));
        assertThat(replay.output()).endsWith("(10 rejected before, 10 now)");
        assertThat(replay.exitCode()).isZero();
        assertThat(launch("runs", "--limit", "1").output().get(2)).contains("  succeeded  replay ", "  films  ");
    }

    @Test
    void moreEditionsThanReportsAreKeptAreRefused() {
        assertThat(launch(
                                "backfill",
                                "--from",
                                "20260101",
                                "--dumps-url",
                                site.url(),
                                "--films",
                                films(),
                                "--reports-kept",
                                "2")
                        .errors())
                .containsExactly(
                        "marquee: there are 4 editions, and only 2 reports are kept: say --reports-kept 4, here"
                                + " and in later runs, or name fewer by --to");
    }

    @Test
    void aTimeWithoutEditionsIsToldBeforeAnythingStarts() {
        assertThat(launch("backfill", "--from", "20270101", "--dumps-url", site.url(), "--films", films())
                        .errors())
                .containsExactly("marquee: no edition of enwiki from 20270101 on is finished: name an earlier one");
    }

    private static byte[] gzip(Path file) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            Files.copy(file, out);
        }
        return packed.toByteArray();
    }

    private static String films() {
        return SampleFiles.films().toString();
    }

    private static Launch launch(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data-dir", data.toString()));
        return Launch.of(Map.of(), all.toArray(String[]::new));
    }
}

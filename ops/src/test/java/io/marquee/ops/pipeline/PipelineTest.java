package io.marquee.ops.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.ingest.fetch.FetchSettings;
import io.marquee.ingest.run.Cancellation;
import io.marquee.ingest.run.Progress;
import io.marquee.ingest.run.Reading;
import io.marquee.ingest.run.RunLimits;
import io.marquee.ingest.run.RunRequest;
import io.marquee.ops.evaluation.Explanation;
import io.marquee.records.Json;
import io.marquee.records.PipelineRun;
import io.marquee.records.RankBy;
import io.marquee.records.RunProgress;
import io.marquee.records.RunSettings;
import io.marquee.records.RunState;
import io.marquee.records.Topics;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job on a real broker, a real Connect worker and a real PostgreSQL. */
final class PipelineTest {

    private static final String TOY_STORY = "862";
    private static final String REPORT = "select film_id from movie_report order by rank";

    @TempDir
    private static Path data;

    private static TestPipeline pipeline;

    @TempDir
    private Path files;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        pipeline = TestPipeline.start(data);
    }

    @AfterAll
    static void stop() throws IOException {
        pipeline.close();
    }

    @BeforeEach
    void runTheSample() throws IOException, InterruptedException {
        assertThat(pipeline.run(SampleFiles.films(), SampleFiles.pages()).isGood())
                .isTrue();
    }

    @Test
    void theReportHasTheOrderThatAPlainReadingOfTheFileGives() throws Exception {
        assertThat(pipeline.rows(REPORT)).isEqualTo(plainRanking());
    }

    @Test
    void everythingReadIsPublishedOrRejectedAndSeenAndStored() throws Exception {
        PipelineRun run =
                pipeline.run(changedBudget("55000000"), SampleFiles.pages()).run();

        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.films().read()).isEqualTo(SampleFiles.rows().size() - 1);
        assertThat(run.films().published() + run.films().rejected())
                .isEqualTo(run.films().read());
        assertThat(run.films().seen()).isEqualTo(run.films().published());
        assertThat(pipeline.rows("select count(*) from film"))
                .containsExactly(Long.toString(run.films().published()));
        assertThat(pipeline.rows("select count(*) from rejected_record where source = 'films'"))
                .containsExactly(Long.toString(run.films().rejected()));
        assertThat(pipeline.rows("select state, films_read, films_published, films_rejected, films_seen from"
                        + " pipeline_run where run_id = '" + run.runId() + "'"))
                .containsExactly("succeeded|%d|%d|%d|%d"
                        .formatted(
                                run.films().read(),
                                run.films().published(),
                                run.films().rejected(),
                                run.films().seen()));
    }

    @Test
    void howFarARunIsCanBeReadWhileItIsOn() throws Exception {
        PipelineRun run =
                pipeline.run(changedBudget("56000000"), SampleFiles.pages()).run();

        List<RunProgress> told = progress();
        assertThat(told).isSortedAccordingTo(Comparator.comparing(RunProgress::at));
        assertThat(told.stream()
                        .filter(progress -> progress.runId().equals(run.runId()))
                        .map(progress -> progress.stage() + " " + progress.source() + " " + progress.file())
                        .distinct())
                .containsExactly(
                        "checking films null",
                        "checking wikipedia null",
                        "scanning films films-56000000.csv",
                        "publishing films films-56000000.csv",
                        "processing null null",
                        "verifying null null",
                        "ended null null");
    }

    private static List<RunProgress> progress() throws InterruptedException {
        List<RunProgress> told = new ArrayList<>();
        try (Consumer<String, String> consumer = TestPipeline.consumer(pipeline)) {
            TopicPartition partition =
                    TestPipeline.assignAll(consumer, Topics.RUN_PROGRESS).get(0);
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1))
                        .forEach(message -> told.add(Json.read(message.value().getBytes(UTF_8), RunProgress.class)));
            }
        }
        return told;
    }

    @Test
    void aRunThatFindsNothingNewReadsAndWritesNothing() throws Exception {
        List<String> versions = pipeline.rows("select xmin, film_id from film order by film_id");
        List<String> reports = pipeline.rows("select xmin, run_id, rank from movie_report_row order by run_id, rank");

        PipelineRun run = pipeline.run(SampleFiles.films(), SampleFiles.pages()).run();

        assertThat(run.state()).isEqualTo(RunState.UNCHANGED);
        assertThat(run.films().read() + run.wikipedia().read()).isZero();
        assertThat(pipeline.rows("select xmin, film_id from film order by film_id"))
                .isEqualTo(versions);
        assertThat(pipeline.rows("select xmin, run_id, rank from movie_report_row order by run_id, rank"))
                .isEqualTo(reports);
    }

    @Test
    void whatChangesUpstreamChangesInTheTablesAndNothingElseIsWritten() throws Exception {
        Map<String, String> before = versions();
        String reportBefore =
                pipeline.rows("select distinct run_id from movie_report").get(0);
        String link = pipeline.rows(
                        "select film_id || '|' || wikipedia_title from film where wikipedia_title is not null"
                                + " and film_id <> 862 and film_id <> 949 and not exists (select 1 from film other"
                                + " where other.film_id <> film.film_id and strpos(array_to_string("
                                + "other.match_candidates, ' '), '| ' || film.wikipedia_title || ' |') > 0)"
                                + " order by film_id limit 1")
                .get(0);
        String unlinked = link.substring(0, link.indexOf('|'));
        Path films = SampleFiles.writeFilms(files.resolve("films.csv"), row -> switch (row.get(5)) {
            case "949" -> null;
            case TOY_STORY -> with(row, 2, "31000000");
            default -> row;
        });
        Path pages = SampleFiles.writePagesWithout(files.resolve("pages.xml"), link.substring(link.indexOf('|') + 1));

        RunResult result = pipeline.run(films, pages);

        assertThat(result.isGood()).isTrue();
        Map<String, String> after = versions();
        assertThat(after).doesNotContainKey("949");
        assertThat(pipeline.rows("select count(*) from movie_report where film_id = 949"))
                .containsExactly("0");
        assertThat(pipeline.rows("select budget from film where film_id = 862")).containsExactly("31000000");
        assertThat(pipeline.rows("select budget from movie_report where film_id = 862"))
                .containsExactly("31000000");
        assertThat(pipeline.rows("select coalesce(wikipedia_title, 'none') from film where film_id = " + unlinked))
                .isNotEqualTo(List.of(link.substring(link.indexOf('|') + 1)));
        assertThat(pipeline.rows("select count(*) > 0 from movie_report_row where run_id = '" + reportBefore + "'"))
                .as("the earlier report is still in the history")
                .containsExactly("t");
        List<String> written = new ArrayList<>();
        after.forEach((film, version) -> {
            if (!version.equals(before.get(film))) {
                written.add(film);
            }
        });
        assertThat(written).containsExactlyInAnyOrder(TOY_STORY, unlinked);
    }

    @Test
    void anotherOrderNeedsNoReading() throws Exception {
        RunSettings byRatio = new RunSettings(5, RankBy.RATIO, 10_000, 10_000, 20);
        PipelineRun run =
                pipeline.run(SampleFiles.films(), SampleFiles.pages(), byRatio).run();

        assertThat(run.films().read()).isZero();
        List<String> ranking = plainRanking();
        List<String> expected = new ArrayList<>(ranking.subList(ranking.size() - 5, ranking.size()));
        java.util.Collections.reverse(expected);
        assertThat(pipeline.rows(REPORT)).isEqualTo(expected);
    }

    @Test
    void aBrokenSourceFailsTheRunAndLeavesTheLastReportInPlace() throws Exception {
        List<String> before = pipeline.rows("select * from movie_report order by rank");
        Path pages = files.resolve("cut.gz");
        byte[] whole = Files.readAllBytes(SampleFiles.pages());
        Files.write(pages, java.util.Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> pipeline.run(changedBudget("77000000"), pages))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("cut.gz");

        assertThat(pipeline.rows("select * from movie_report order by rank")).isEqualTo(before);
        await().untilAsserted(
                        () -> assertThat(pipeline.rows("select state from pipeline_run order by run_id desc limit 1"))
                                .containsExactly("failed"));
        assertThat(progress()).last().extracting(RunProgress::stage).isEqualTo(RunProgress.ENDED);
        assertThat(pipeline.run(SampleFiles.films(), SampleFiles.pages())
                        .run()
                        .films()
                        .changed())
                .as("what the run had begun to read is read again")
                .isTrue();
        assertThat(pipeline.rows("select film_id, budget from movie_report order by rank"))
                .isEqualTo(budgets(before));
    }

    @Test
    void aDumpOfWhichTheLastPartIsGoneIsRefusedUnlessThatIsAllowed() throws Exception {
        Path first = Files.copy(SampleFiles.pages(), files.resolve("enwiki-latest-abstract1.xml.gz"));
        Path second = Files.writeString(
                files.resolve("enwiki-latest-abstract2.xml"),
                "<feed><doc><title>Wikipedia: Atlantis</title><url>https://example.org</url></doc></feed>");
        Path cut = files.resolve("enwiki-latest-abstract3.xml.gz");
        byte[] bytes = Files.readAllBytes(SampleFiles.pages());
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(run(Reading.USUAL, first, second).isGood()).isTrue();
        assertThatThrownBy(() -> run(Reading.USUAL, first, second, cut)).isInstanceOf(UserException.class);

        assertThatThrownBy(() -> run(Reading.USUAL, first))
                .as("a run that failed is none to be compared with")
                .isInstanceOf(UserException.class)
                .hasMessageContaining("part 2 of enwiki-latest-abstract, which the run before had");
        assertThat(run(new Reading(false, false, true), first).isGood()).isTrue();
        assertThat(run(Reading.USUAL, first).run().state())
                .as("what was allowed once is what there is")
                .isEqualTo(RunState.UNCHANGED);
    }

    @Test
    void aDumpThatIsNoneLeavesTheSourcesAsTheyWere() throws Exception {
        Path none = Files.writeString(files.resolve("none.xml"), "<html/>");
        assertThatThrownBy(() -> run(Reading.USUAL, none)).isInstanceOf(UserException.class);

        PipelineRun next = run(Reading.USUAL, SampleFiles.pages()).run();
        assertThat(next.films().changed() || next.wikipedia().changed()).isFalse();
        assertThat(run(new Reading(true, false, false), SampleFiles.pages())
                        .run()
                        .films()
                        .changed())
                .isTrue();
    }

    private static RunResult run(Reading reading, Path... pages) throws IOException, InterruptedException {
        RunRequest request = new RunRequest(
                SampleFiles.films().toString(),
                Stream.of(pages).map(Path::toString).toList(),
                RunSettings.DEFAULT,
                "command",
                FetchSettings.in(data.resolve("downloads")),
                reading);
        return pipeline.pipeline().run(request, RunLimits.DEFAULT, Progress.NONE, new Cancellation());
    }

    @Test
    void aFilmsPageIsExplained() throws Exception {
        try (Connection connection = pipeline.connect()) {
            assertThat(Explanation.of(connection, "toy story", 1996))
                    .anyMatch(line -> line.startsWith("Toy Story (1995), film 862, IMDb tt0114709"))
                    .contains("        https://en.wikipedia.org/wiki/Toy_Story", "           +3.2 title equal");
            assertThatThrownBy(() -> Explanation.of(connection, "Toy Stor", null))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("did you mean Toy Story");
        }
    }

    @Test
    void everyFilmSaysWhy() throws Exception {
        assertThat(pipeline.rows("select title from film where (wikipedia_url is null) <> (match_method is null)"
                        + " or (match_method is null) <> (match_confidence is null)"
                        + " or (match_method is null) <> (match_evidence is null)"))
                .isEqualTo(List.of());
        assertThat(pipeline.rows("select title from film where (not_ranked_reason is null)"
                        + " <> (budget >= 10000 and revenue >= 10000)"))
                .isEqualTo(List.of());
    }

    @Test
    void topicsShowPlainJson() throws Exception {
        String expected =
                pipeline.rows("select title from film where film_id = 862").get(0);
        String shown = "";
        try (Consumer<String, String> consumer = TestPipeline.consumer(pipeline)) {
            for (TopicPartition partition : TestPipeline.assignAll(consumer, Topics.ENRICHED_FILMS)) {
                while (consumer.position(partition)
                        < consumer.endOffsets(List.of(partition)).get(partition)) {
                    for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofSeconds(1))) {
                        shown = message.key().equals("{\"film_id\":862}") ? message.value() : shown;
                    }
                }
            }
        }
        assertThat(shown)
                .startsWith("{\"film_id\":862,")
                .contains("\"title\":\"" + expected + "\"")
                .endsWith("}");
    }

    @Test
    void aReaderAlwaysSeesOneRunsWholeReport() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        int rows = plainRanking().size();
        CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> {
            int runs = 0;
            String last = "";
            try (Connection connection = pipeline.connect()) {
                while (!stop.get()) {
                    String seen = TestPipeline.rows(
                                    connection,
                                    "select count(distinct run_id), count(*), min(rank), max(rank), min(run_id) from"
                                            + " movie_report")
                            .get(0);
                    assertThat(seen).startsWith("1|" + rows + "|1|" + rows + "|");
                    runs += seen.equals(last) ? 0 : 1;
                    last = seen;
                }
                return runs;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        for (int i = 0; i < 4; i++) {
            pipeline.run(changedBudget(Integer.toString(40_000_000 + i)), SampleFiles.pages());
        }
        stop.set(true);

        assertThat(reader.get()).as("reports that the reader saw").isGreaterThanOrEqualTo(4);
    }

    @Test
    void aRecordThatIsNoFilmBecomesARejectedRecord() throws Exception {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", pipeline.pipeline().stack().broker().bootstrapServers());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.FILMS, "junk", "{\"film_id\": \"Heat"))
                    .get();
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                pipeline.rows("select record from rejected_record where place like 'partition%'"))
                        .containsExactly("{\"film_id\": \"Heat"));
    }

    private static Map<String, String> versions() throws Exception {
        Map<String, String> versions = new LinkedHashMap<>();
        for (String row : pipeline.rows("select film_id, xmin from film order by film_id")) {
            versions.put(row.substring(0, row.indexOf('|')), row.substring(row.indexOf('|') + 1));
        }
        return versions;
    }

    private static List<String> budgets(List<String> reportRows) {
        return reportRows.stream()
                .map(row -> row.split("\\|"))
                .map(cells -> cells[1] + "|" + cells[4])
                .toList();
    }

    private Path changedBudget(String budget) throws IOException {
        return SampleFiles.writeFilms(
                files.resolve("films-" + budget + ".csv"),
                row -> row.get(5).equals(TOY_STORY) ? with(row, 2, budget) : row);
    }

    private static List<String> with(List<String> row, int column, String value) {
        row.set(column, value);
        return row;
    }

    private static List<String> plainRanking() throws IOException {
        return PlainRanking.of(SampleFiles.films());
    }
}

package io.marquee.ops.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.marquee.ops.pipeline.TestPipeline;
import io.marquee.records.Json;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the console tells programs, on a real stack in which a run was. */
final class ConsoleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path data;

    private static ConsoleStack stack;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        stack = ConsoleStack.start(data);
    }

    @AfterAll
    static void stop() throws Exception {
        stack.close();
    }

    @Test
    void everyPartIsUpAndTheLastRunIsTold() throws Exception {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(json("/api/now").path("health"))
                        .hasSize(5)
                        .allSatisfy(part -> assertThat(part.path("state").asText())
                                .as(part.toString())
                                .isEqualTo("up")));
        JsonNode now = json("/api/now");

        assertThat(now.at("/schedule/paused").asBoolean(true)).isFalse();
        assertThat(now.has("run")).isFalse();
        assertThat(now.at("/last/state").asText()).isIn("succeeded", "unchanged");
        assertThat(now.at("/report/rows").asInt()).isEqualTo(266);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/runs, /runs, pipeline_run",
        "/api/rejects/records?limit=500, /rows, rejected_record",
        "/api/report?limit=1000, /rows, movie_report",
        "/api/report/points, /points, movie_report",
        "/api/genres?limit=500, /groups, genre_report",
        "/api/companies?limit=500, /groups, production_company_report",
        "/api/decades, /groups, decade_report",
        "/api/returns, /bands, return_report",
        "/api/links, /methods, link_report",
        "/api/quality, /questions, quality_report"
    })
    void aListHasWhatIsInItsTable(String path, String list, String table) throws Exception {
        assertThat(json(path).at(list)).isNotEmpty().hasSize(count("select count(*) from " + table));
    }

    @Test
    void theReportIsSearchedSortedAndCut() throws Exception {
        JsonNode found = json("/api/report?search=TOY%20story&sort=revenue&order=desc");
        JsonNode horror = json("/api/report?search=horror&limit=2&offset=1&sort=year");
        List<Integer> years = new ArrayList<>();
        horror.path("rows").forEach(row -> years.add(row.path("year").asInt()));

        assertThat(found.path("rows"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.path("title").asText()).contains("Toy Story"));
        assertThat(horror.path("total").asInt())
                .isEqualTo(count("select count(*) from movie_report where 'Horror' = any (genres)"));
        assertThat(years).hasSize(2).isSorted();
        assertThat(json("/api/report?search=%25").path("total").asInt())
                .as("no letter of a search is a pattern")
                .isEqualTo(count("select count(*) from movie_report where strpos(title, '%') > 0"));
    }

    @Test
    void theConfidencesAddUpToTheLinks() throws Exception {
        int sum = 0;
        for (JsonNode band : json("/api/links").path("confidence")) {
            sum += band.path("films").asInt();
        }
        assertThat(sum).isPositive().isEqualTo(count("select count(match_confidence) from film"));
    }

    @Test
    void theReportIsAFileToo() throws Exception {
        HttpResponse<String> file = get("/api/report.csv");

        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"movie-report.csv\"");
        assertThat(file.body()).startsWith("rank,film_id,title,").contains("\n1,");
    }

    @Test
    void aRunIsToldWithItsLog() throws Exception {
        String runId = json("/api/runs").at("/runs/0/run_id").asText();

        assertThat(json("/api/runs/" + runId).path("run_id").asText()).isEqualTo(runId);
        assertThat(json("/api/runs/" + runId + "/log").path("lines"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.asText()).contains(runId));
        assertThat(get("/api/runs/20200101T000000.000Z").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/report?limit=many",
                "/api/report?limit=1001",
                "/api/report?sort=rank;drop",
                "/api/report?order=up",
                "/api/runs?state=good",
                "/api/runs/latest/log"
            })
    void aQuestionThatMakesNoSenseIsRefusedWithWhatWould(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(tree(answer).path("error").asText()).isNotEmpty();
    }

    @Test
    void whoHasNoTokenChangesNothing() throws Exception {
        assertThat(post("/api/pause", null).statusCode()).isEqualTo(401);
        assertThat(post("/api/pause", "Bearer wrong").statusCode()).isEqualTo(401);
        assertThat(get("/api/pause").statusCode()).isEqualTo(405);
        assertThat(json("/api/now").at("/schedule/paused").asBoolean(true)).isFalse();
    }

    @Test
    void whoHasTheTokenPausesAndResumes() throws Exception {
        String bearer = "Bearer " + stack.token();

        assertThat(post("/api/pause", bearer).statusCode()).isEqualTo(202);
        assertThat(json("/api/now").at("/schedule/paused").asBoolean()).isTrue();
        assertThat(json("/api/now").at("/schedule").has("next")).isFalse();
        assertThat(tree(post("/api/resume", bearer)).path("message").asText()).startsWith("resumed: next at");
        assertThat(json("/api/now").at("/schedule/paused").asBoolean(true)).isFalse();
    }

    @Test
    void itTellsMonitorsHowItFares() throws Exception {
        assertThat(get("/health").body()).isEqualTo("alive\n");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("/ready").body()).isEqualTo("ready\n"));
        assertThat(get("/metrics").body()).contains("jvm_memory_used_bytes{");
    }

    @Test
    void everyAnswerSaysWhatAPageMayDo() throws Exception {
        for (String path : List.of("/", "/api/now", "/nowhere", "/js/main.js", "/lib/chart.umd.js")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(path.equals("/nowhere") ? 404 : 200);
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy ->
                            assertThat(policy).startsWith("default-src 'none'; script-src 'self'; style-src 'self';"));
        }
    }

    @Test
    void whatIsNoRequestIsRefusedWithTheSamePolicy() throws Exception {
        assertThat(asked("localhost", "/api/report?search=%zz"))
                .startsWith("HTTP/1.1 400")
                .contains("Content-Security-Policy: default-src 'none'", "this is refused: Bad Request");
        assertThat(asked("localhost", "/js/")).startsWith("HTTP/1.1 403").contains("Content-Security-Policy");
    }

    @Test
    void aNameThatIsNotItsOwnGetsNothing() throws Exception {
        assertThat(asked("evil.example", "/api/now")).startsWith("HTTP/1.1 421").contains("--console-host");
        assertThat(asked("evil.example", "/health")).startsWith("HTTP/1.1 200");
        assertThat(asked("localhost", "/api/now")).startsWith("HTTP/1.1 200");
    }

    private static String asked(String host, String path) throws Exception {
        URI url = URI.create(stack.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(stack.url() + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String authorization) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(stack.url() + path)).POST(BodyPublishers.noBody());
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return tree(answer);
    }

    private static JsonNode tree(HttpResponse<String> answer) throws Exception {
        return Json.mapper().readTree(answer.body());
    }

    private static int count(String query) throws Exception {
        try (Connection connection = stack.pipeline().connect()) {
            return Integer.parseInt(TestPipeline.rows(connection, query).get(0));
        }
    }
}

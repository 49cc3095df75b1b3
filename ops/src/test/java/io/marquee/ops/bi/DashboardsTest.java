package io.marquee.ops.bi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.marquee.metrics.Metrics;
import io.marquee.ops.pipeline.SampleFiles;
import io.marquee.ops.pipeline.TestPipeline;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No panel of a dashboard is empty after a run, and no query is wrong: all are run on the real database and metrics. */
final class DashboardsTest {

    private static final Pattern EXPRESSION = Pattern.compile("\\bexpr: (.+)");
    private static final Pattern METRIC = Pattern.compile("\\b(?:(?:marquee|kafka|process)_\\w+|up)\\b");
    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");

    @TempDir
    private static Path data;

    @TempDir
    private static Path prometheusData;

    private static Metrics metrics;
    private static TestPipeline pipeline;
    private static PrometheusServer prometheus;

    @BeforeAll
    static void runTheSample() throws Exception {
        metrics = Metrics.serve("127.0.0.1", 0);
        pipeline = TestPipeline.start(data);
        pipeline.pipeline().measure(metrics);
        Optional<Path> program = PrometheusServer.program("prometheus");
        if (program.isPresent()) {
            prometheus = PrometheusServer.start(
                    program.get(), prometheusData, metrics.url().orElseThrow());
            prometheus.awaitScraped();
        } else {
            System.err.println("SKIPPED: no Prometheus is installed here, so that no expression of the dashboards and"
                    + " the alerts is run; install Debian's package prometheus");
        }
        assertThat(pipeline.run(SampleFiles.films(), SampleFiles.pages()).isGood())
                .isTrue();
        try (Connection connection = pipeline.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(
                    Path.of("..", "connect", "src", "main", "resources", "db", "roles", "bi_reader.sql")));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (prometheus != null) {
            prometheus.close();
        }
        pipeline.close();
        metrics.close();
    }

    @Test
    void aProcessIsReadyWhileItsPartsWork() throws Exception {
        URI ready = URI.create(metrics.url().orElseThrow() + "/ready");

        assertThat(HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.ofString())
                        .body())
                .isEqualTo("ready\n");
    }

    @Test
    void everyPanelOnTheTablesShowsARow() throws Exception {
        Dashboard report = Dashboard.read("report.json");

        assertThat(report.panels()).hasSizeGreaterThanOrEqualTo(8);
        try (Connection connection = reader()) {
            for (Dashboard.Query query : report.queries()) {
                assertThat(TestPipeline.rows(connection, query.text()))
                        .as(query.toString())
                        .anyMatch(row -> !row.matches("(null\\|?)*"));
            }
        }
    }

    @Test
    void everyExampleQueryGivesRows() throws Exception {
        try (Stream<Path> queries = Files.list(Path.of("bi", "queries"));
                Connection connection = reader()) {
            for (Path query : queries.toList()) {
                assertThat(TestPipeline.rows(connection, Files.readString(query)))
                        .as(query.toString())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void whoReadsForDashboardsCannotWrite() throws Exception {
        try (Connection connection = reader();
                Statement statement = connection.createStatement()) {
            statement.execute("set default_transaction_read_only = off");
            assertThatThrownBy(() -> statement.execute("delete from film"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void everyPanelOnTheMetricsShowsANumber() {
        requirePrometheus();
        // A panel shows collections of garbage; a small heap may have seen none yet.
        System.gc();
        for (Dashboard.Query query : Dashboard.read("pipeline.json").queries()) {
            await(query.toString())
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> prometheus.numbers(query.text()).stream().anyMatch(number -> !number.isNaN()));
        }
    }

    @Test
    void alertsAreEvaluatedOnMetricsThatThereAreAndRestAfterAGoodRun() throws Exception {
        requirePrometheus();
        List<String> expressions = expressions(PrometheusServer.FOLDER.resolve("alerts.yml"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(prometheus.rules())
                        .hasSameSizeAs(expressions)
                        .allSatisfy(rule -> {
                            assertThat(rule.get("health").asText())
                                    .as(rule.toString())
                                    .isEqualTo("ok");
                            assertThat(rule.get("state").asText())
                                    .as(rule.toString())
                                    .isEqualTo("inactive");
                            assertThat(rule.at("/annotations/summary").asText()).isNotEmpty();
                            assertThat(rule.at("/annotations/remedy").asText()).isNotEmpty();
                        }));
        for (String expression : expressions) {
            for (String metric :
                    new TreeSet<>(METRIC.matcher(STRING.matcher(expression).replaceAll("\"\""))
                            .results()
                            .map(MatchResult::group)
                            .toList())) {
                assertThat(prometheus.numbers(metric)).as(metric).isNotEmpty();
            }
        }
    }

    @Test
    void alertsRestOnGoodMetricsAndRiseOnBadOnes() throws Exception {
        Optional<Path> promtool = PrometheusServer.program("promtool");
        assumeTrue(promtool.isPresent(), "promtool is not installed here: install Debian's package prometheus");
        Path log = prometheusData.resolve("promtool.log");
        for (List<String> check :
                List.of(List.of("check", "config", "prometheus.yml"), List.of("test", "rules", "alerts-test.yml"))) {
            List<String> command = new ArrayList<>(List.of(promtool.get().toString()));
            command.addAll(check);
            Process process = new ProcessBuilder(command)
                    .directory(PrometheusServer.FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        }
    }

    @Test
    void grafanaHasTheAlertsOfPrometheus() throws IOException {
        assertThat(expressions(Dashboard.GRAFANA.resolve("provisioning/alerting/alerts.yml")))
                .isNotEmpty()
                .isEqualTo(expressions(PrometheusServer.FOLDER.resolve("alerts.yml")));
    }

    private static List<String> expressions(Path file) throws IOException {
        return EXPRESSION
                .matcher(Files.readString(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static Connection reader() throws SQLException, InterruptedException {
        return DriverManager.getConnection(
                pipeline.pipeline().stack().database().jdbcUrl() + "?user=bi_reader");
    }

    private static void requirePrometheus() {
        assumeTrue(prometheus != null, "no Prometheus is installed here: install Debian's package prometheus");
    }
}

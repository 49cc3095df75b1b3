package io.marquee.ops.bi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Prometheus of a test's own, which scrapes one process as if it were all parts, every second. */
final class PrometheusServer implements AutoCloseable {

    static final Path FOLDER = Path.of("prometheus");

    private static final Pattern JOB = Pattern.compile("job_name: (\\S+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final String url;

    private PrometheusServer(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** A program of Debian's package prometheus, if it is installed. */
    static Optional<Path> program(String name) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static PrometheusServer start(Path program, Path folder, String scraped) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path config = Files.writeString(folder.resolve("prometheus.yml"), config(scraped));
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        return new PrometheusServer(process, "http://127.0.0.1:" + port);
    }

    /** The jobs and the rules of the project's configuration, at an address that is here. */
    private static String config(String scraped) throws IOException {
        StringBuilder config = new StringBuilder("global: {scrape_interval: 1s, evaluation_interval: 1s}\n");
        config.append("rule_files: [")
                .append(FOLDER.resolve("alerts.yml").toAbsolutePath())
                .append("]\nscrape_configs:\n");
        for (String job : jobs()) {
            config.append("  - {job_name: ")
                    .append(job)
                    .append(", static_configs: [{targets: ['")
                    .append(URI.create(scraped).getAuthority())
                    .append("']}]}\n");
        }
        return config.toString();
    }

    private static List<String> jobs() throws IOException {
        return JOB.matcher(Files.readString(FOLDER.resolve("prometheus.yml")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    void awaitScraped() throws IOException {
        int jobs = jobs().size();
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> numbers("up == 1").size() == jobs);
    }

    /** The numbers of an expression's series, as they are now; an expression that cannot be parsed throws. */
    List<Double> numbers(String expression) throws IOException, InterruptedException {
        JsonNode answer = ask("/api/v1/query?query=" + URLEncoder.encode(expression, UTF_8));
        if (!answer.get("status").asText().equals("success")) {
            throw new IllegalArgumentException(expression + ": " + answer.get("error"));
        }
        List<Double> numbers = new ArrayList<>();
        answer.at("/data/result")
                .forEach(series -> numbers.add(
                        Double.valueOf(series.at("/value/1").asText().replace("+Inf", "Infinity"))));
        return numbers;
    }

    /** The alert rules, each with its {@code health} and {@code state}. */
    List<JsonNode> rules() throws IOException, InterruptedException {
        List<JsonNode> rules = new ArrayList<>();
        ask("/api/v1/rules")
                .at("/data/groups")
                .forEach(group -> group.get("rules").forEach(rules::add));
        return rules;
    }

    private JsonNode ask(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
        return new ObjectMapper()
                .readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}

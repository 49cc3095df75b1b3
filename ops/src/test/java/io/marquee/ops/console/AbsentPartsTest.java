package io.marquee.ops.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.marquee.connect.worker.RemoteWorker;
import io.marquee.ingest.database.DatabaseAddress;
import io.marquee.ingest.publish.KafkaConnection;
import io.marquee.ops.control.RemoteSteering;
import io.marquee.ops.control.Token;
import io.marquee.records.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A console of which no part is there: it is up all the same, and says so. */
final class AbsentPartsTest {

    /** Nobody listens there. */
    private static final String NOWHERE = "127.0.0.1:1";

    /** The page gives up after 20 s. */
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    private static Path folder;

    private static RemoteSteering schedule;
    private static Console console;

    @BeforeAll
    static void start() {
        DatabaseAddress address = new DatabaseAddress("jdbc:postgresql://" + NOWHERE + "/marquee", "ingestor", null);
        schedule = new RemoteSteering(address);
        console = Console.start(
                new Console.Parts(
                        address.dataSource(),
                        KafkaConnection.to(NOWHERE),
                        RemoteWorker.at("http://" + NOWHERE),
                        schedule,
                        folder.resolve("none")),
                new Listen("127.0.0.1", 0, Set.of()),
                Token.random());
    }

    @AfterAll
    static void stop() {
        console.close();
        schedule.close();
    }

    @Test
    void whatIsGoneIsToldAsGoneAndSoon() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode now = Json.mapper().readTree(get("/api/now").body());
            assertThat(now.at("/schedule/error").asText()).contains("cannot be asked", "marquee");
            assertThat(now.path("health"))
                    .extracting(part -> part.path("name").asText() + " "
                            + part.path("state").asText())
                    .containsExactly(
                            "broker down", "processor down", "connectors down", "database down", "logs degraded");
        });
    }

    @Test
    void aPageOfTheTablesSaysWhatIsMissing() throws Exception {
        HttpResponse<String> report = get("/api/report");

        assertThat(report.statusCode()).isEqualTo(503);
        assertThat(report.body()).contains("the tables cannot be read", "see whether the database is up");
    }

    @Test
    void itIsAliveAndNotReady() throws Exception {
        assertThat(get("/health").statusCode()).isEqualTo(200);
        assertThat(get("/ready").statusCode()).isEqualTo(503);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(console.url() + path))
                .timeout(SOON)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}

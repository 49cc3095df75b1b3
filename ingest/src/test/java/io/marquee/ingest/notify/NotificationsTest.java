package io.marquee.ingest.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.marquee.records.Json;
import io.marquee.records.PipelineRun;
import io.marquee.records.RunState;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationsTest {

    /** A server that keeps a connection and says nothing. */
    private static final int SILENT = 0;

    /** One that sends the beginning of an answer, and no end. */
    private static final int ENDLESS = -1;

    @TempDir
    private Path directory;

    private final Deque<Integer> answers = new ArrayDeque<>();
    private final List<String> posted = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/secret", exchange -> {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            int answer = answers.isEmpty() ? 200 : answers.pop();
            if (answer == ENDLESS) {
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write('o');
                exchange.getResponseBody().flush();
            }
            if (answer == SILENT || answer == ENDLESS) {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            exchange.sendResponseHeaders(Math.max(200, answer), -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private Webhook webhook(String template) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/secret");
        return new Webhook(
                address,
                Optional.ofNullable(template).map(Template::new),
                Duration.ofMillis(500),
                Duration.ofMillis(10));
    }

    private static Notifier through(Channel channel) {
        return new Notifications(EnumSet.allOf(NotificationEvent.class), List.of(channel), "here");
    }

    private static PipelineRun run(RunState state, String error) {
        Instant now = Instant.parse("2026-11-22T07:00:00Z");
        return new PipelineRun(
                "20261122T070000.000Z", state, "schedule", now, now, error, null, null, 3L, 2L, 1L, 1, null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED, broken, SUCCEEDED, , FAILED",
        "FAILED, broken, FAILED, broken, FAILED",
        "SUSPECT, odd, SUCCEEDED, , SUSPECT",
        "SUCCEEDED, odd but shown, SUCCEEDED, , SUSPECT",
        "SUCCEEDED, , FAILED, broken, RECOVERED",
        "UNCHANGED, , SUSPECT, odd, RECOVERED",
        "SUCCEEDED, , SUCCEEDED, , ",
        "UNCHANGED, , UNCHANGED, , ",
    })
    void whatIsToldDependsOnTheRunAndTheOneBefore(
            RunState state, String error, RunState before, String errorBefore, NotificationEvent event) {
        assertThat(NotificationEvent.of(run(state, error), Optional.of(run(before, errorBefore))))
                .isEqualTo(Optional.ofNullable(event));
    }

    @Test
    void theFirstRunOfAllRecoversFromNothing() {
        assertThat(NotificationEvent.of(run(RunState.SUCCEEDED, null), Optional.empty()))
                .isEmpty();
    }

    @Test
    void aFailureIsPostedAsJson() throws IOException {
        through(webhook(null)).ended(run(RunState.FAILED, "films.zip: \"cut off\""), Optional.empty());

        JsonNode told = Json.mapper().readTree(posted.get(0));
        assertThat(told.path("event").asText()).isEqualTo("failed");
        assertThat(told.path("run_id").asText()).isEqualTo("20261122T070000.000Z");
        assertThat(told.path("started_at").asText()).isEqualTo("2026-11-22T07:00:00Z");
        assertThat(told.path("text").asText())
                .isEqualTo("Marquee on here: run 20261122T070000.000Z failed: films.zip: \"cut off\"");
    }

    @Test
    void aTemplateIsFilledInSoThatItStaysJson() throws IOException {
        through(webhook("{\"text\": \"${event}: ${error}\", \"icon\": 1}")).failed("a \"quote\"\tand $1 \\");

        assertThat(Json.mapper().readTree(posted.get(0)).path("text").asText())
                .isEqualTo("failed: a \"quote\"\tand $1 \\");
    }

    @Test
    void aPlaceInATemplateCanDoWithoutADollarWhichOthersWouldFill() throws IOException {
        through(webhook("{\"text\": \"{{event}}: {{error}}\", \"more\": {\"a\": {\"b\": 1}}}"))
                .failed("a reason");

        assertThat(Json.mapper().readTree(posted.get(0)).path("text").asText()).isEqualTo("failed: a reason");
    }

    @Test
    void aTemplateThatCannotBeFilledOrIsNoJsonIsExplained() {
        assertThatThrownBy(() -> new Template("{\"text\": \"${txt}\"}"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("${txt}")
                .hasMessageContaining("run_id");
        assertThatThrownBy(() -> new Template("{\"text\": "))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no JSON");
    }

    @ParameterizedTest
    @CsvSource({"500 200, 2", "429 503 200, 3", "500 500 500 200, 3", "404 200, 1", "0 200, 2", "-1 200, 2"})
    void whatIsNotTakenIsTriedAgainAFewTimesUnlessItNeverWillBe(String given, int posts) {
        Arrays.stream(given.split(" ")).map(Integer::valueOf).forEach(answers::add);

        through(webhook(null)).failed("broken");

        assertThat(posted).hasSize(posts);
    }

    @Test
    void anErrorOfDeliveryDoesNotShowTheAddress() {
        Webhook webhook = webhook(null);
        server.stop(0);

        assertThatThrownBy(() -> webhook.send(new Notification(NotificationEvent.FAILED, null, "broken", "here")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not answer")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void onlyWhatIsAskedForIsTold() {
        Notifier recoveries =
                new Notifications(EnumSet.of(NotificationEvent.RECOVERED), List.of(webhook(null)), "here");

        recoveries.failed("broken");
        recoveries.ended(run(RunState.SUCCEEDED, null), Optional.of(run(RunState.FAILED, "broken")));

        assertThat(posted).singleElement().asString().contains("\"event\":\"recovered\"");
    }

    @Test
    void aCommandHasTheJsonOnItsInputAndItsPartsInItsEnvironment() throws IOException {
        Path written = directory.resolve("told");
        Path script = Files.writeString(
                directory.resolve("hook"),
                "cat > " + written + "; echo \" $MARQUEE_EVENT $MARQUEE_ERROR\" >> " + written);

        through(new Command(List.of("sh", script.toString()), Duration.ofSeconds(10)))
                .failed("it $(broke)");

        assertThat(Files.readString(written))
                .startsWith("{\"event\":\"failed\"")
                .endsWith("} failed it $(broke)\n");
    }

    @Test
    void aCommandThatFailsHangsOrIsMissingChangesNothing() {
        Notification notification = new Notification(NotificationEvent.FAILED, null, "broken", "here");
        assertThatThrownBy(() -> new Command(List.of("false"), Duration.ofSeconds(10)).send(notification))
                .hasMessage("false ended with 1");
        assertThatThrownBy(
                        () -> new Command(List.of("sh", "-c", "sleep 60"), Duration.ofMillis(300)).send(notification))
                .hasMessageContaining("did not end");
        Notification endless = new Notification(NotificationEvent.FAILED, null, "broken ".repeat(13_000), "here");
        assertThatThrownBy(() -> new Command(List.of("sleep", "60"), Duration.ofMillis(300)).send(endless))
                .as("one that does not read what is more than a pipe holds")
                .hasMessageContaining("did not end");
        through(new Command(List.of(directory.resolve("missing").toString()), Duration.ofSeconds(1)))
                .failed("broken");
    }
}

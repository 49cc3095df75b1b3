package io.marquee.ingest.fetch;

import static io.marquee.ingest.fetch.FileServer.stallAfter;
import static io.marquee.ingest.fetch.FileServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchRetryTest {

    private static final String PATH = "/films.zip";

    private final ServedFile file = ServedFile.random(100_000, 1);
    private FileServer server;
    private FetchHarness harness;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        server = new FileServer();
        server.serve(PATH, file);
        harness = new FetchHarness(directory);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void whatPassesIsTriedAgain(int status) throws Exception {
        server.then(status(status), status(status));
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(file.bytes());
        assertThat(harness.pauses()).hasSize(2);
    }

    @Test
    void pausesGrowAndAreNeverTheSame() {
        harness.limits(new FetchLimits(12, Duration.ofSeconds(1), Duration.ofHours(9)));
        for (int i = 0; i < 12; i++) {
            server.then(status(500));
        }
        assertThatThrownBy(() -> harness.fetch(server.uri(PATH))).hasMessageContaining("12 attempts");
        assertThat(harness.pauses()).hasSize(11);
        for (int i = 0; i < 8; i++) {
            assertThat(harness.pauses().get(i)).isBetween(Duration.ofMillis(500L << i), Duration.ofMillis(1000L << i));
        }
        assertThat(harness.pauses()).doesNotHaveDuplicates().allMatch(pause -> pause.toMinutes() <= 5);
    }

    @Test
    void theServerSaysInSecondsWhenToComeAgain() throws Exception {
        server.then(status(429, Map.of("Retry-After", "77")));
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(file.bytes());
        assertThat(harness.pauses()).containsExactly(Duration.ofSeconds(77));
    }

    @Test
    void theServerSaysByADateWhenToComeAgain() throws Exception {
        server.then(status(503, Map.of("Retry-After", "Sun, 22 Nov 2026 10:03:00 GMT")));
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(file.bytes());
        assertThat(harness.pauses()).containsExactly(Duration.ofMinutes(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "99999999999999999999", "Sun, 22 Nov 2026 09:00:00 GMT"})
    void whatCannotBeReadOrIsPastIsNotWaitedFor(String header) throws Exception {
        server.then(status(503, Map.of("Retry-After", header)));
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(file.bytes());
        assertThat(harness.pauses().get(0)).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void itGivesUpAtOnceIfItIsToComeAgainLaterThanItsLimit() {
        server.then(status(429, Map.of("Retry-After", "7200")));
        assertThatThrownBy(() -> harness.fetch(server.uri(PATH)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the server answered 429")
                .hasMessageContaining("7200 s later is past the limit of 3600 s");
        assertThat(harness.pauses()).isEmpty();
    }

    @Test
    void itGivesUpAfterAsManyAttemptsAsItIsAllowed() {
        harness.limits(new FetchLimits(2, Duration.ofMillis(400), Duration.ofHours(1)));
        server.then(status(500), status(500));
        assertThatThrownBy(() -> harness.fetch(server.uri(PATH)))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(server.uri(PATH) + " could not be fetched: the server answered 500 (2 attempts"
                        + " without progress): try again later; what came so far is kept in ");
    }

    @Test
    void aFileThatTakesLongerThanTheLimitIsLeftForAnotherRun() throws Exception {
        server.then((all, exchange, served) -> {
            harness.advance(Duration.ofHours(2));
            FileServer.breakAfter(40_000).answer(all, exchange, served);
        });
        assertThatThrownBy(() -> harness.fetch(server.uri(PATH)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("took longer than the limit of 1 h")
                .hasMessageContaining("--fetch-hours");
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(file.bytes());
        assertThat(server.requests().get(1).header("Range")).isNotNull();
    }

    @Test
    void anotherProcessThatFetchesTheSameIsNotDisturbedAndItsLockEndsWithIt() throws Exception {
        Path folder = harness.fetch(server.uri(PATH)).getParent();
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("locked");
            assertThatThrownBy(() -> harness.fetch(server.uri(PATH)))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("by another run");
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(file.bytes());
    }

    @Test
    void aHostThatDoesNotAnswerIsNamed() {
        String closed = "http://127.0.0.1:1/films.zip";
        assertThatThrownBy(() -> harness.fetch(closed))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(closed + " could not be fetched: its host does not take a connection");
    }

    @Test
    void anInterruptEndsItWhileTheServerStallsAndTheRestComesLater() throws Exception {
        harness.limits(new FetchLimits(4, Duration.ofMinutes(5), Duration.ofHours(1)));
        server.then(stallAfter(40_000));
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        AtomicReference<Long> done = new AtomicReference<>(0L);
        Thread fetching = new Thread(() -> {
            try {
                harness.fetcher().fetch(List.of(server.uri(PATH).toString()), (name, here, total) -> done.set(here));
                interrupted.complete(false);
            } catch (InterruptedException e) {
                interrupted.complete(true);
            } catch (RuntimeException e) {
                interrupted.completeExceptionally(e);
            }
        });
        fetching.start();
        Awaitility.await().until(() -> done.get() == 40_000);
        fetching.interrupt();
        assertThat(interrupted.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(file.bytes());
        assertThat(server.sent()).isEqualTo(100_000);
    }

    @Test
    void twoRunsDoNotWriteTheSameFile() throws Exception {
        harness.limits(new FetchLimits(4, Duration.ofMinutes(5), Duration.ofHours(1)));
        server.then((all, exchange, served) -> {
            // The first is still on when the second begins.
            assertThatThrownBy(() -> harness.fetch(server.uri(PATH)))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("is being fetched into")
                    .hasMessageContaining("by another run");
            FileServer.proper().answer(all, exchange, served);
        });
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(file.bytes());
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void itTellsHowFarItIs() throws Exception {
        AtomicReference<String> last = new AtomicReference<>();
        harness.fetcher()
                .fetch(
                        List.of(server.uri(PATH).toString()),
                        (name, done, total) -> last.set(name + " " + done + "/" + total));
        assertThat(last.get()).isEqualTo("films.zip 100000/100000");
    }
}

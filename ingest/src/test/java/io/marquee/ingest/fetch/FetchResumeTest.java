package io.marquee.ingest.fetch;

import static io.marquee.ingest.fetch.FileServer.breakAfter;
import static io.marquee.ingest.fetch.FileServer.proper;
import static io.marquee.ingest.fetch.FileServer.rangeFrom;
import static io.marquee.ingest.fetch.FileServer.rangeWithoutCondition;
import static io.marquee.ingest.fetch.FileServer.silence;
import static io.marquee.ingest.fetch.FileServer.stallAfter;
import static io.marquee.ingest.fetch.FileServer.status;
import static io.marquee.ingest.fetch.FileServer.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchResumeTest {

    private static final int LENGTH = 300_000;
    private static final int HALF = 150_000;
    private static final String PATH = "/data/films.zip";

    private final ServedFile file = ServedFile.random(LENGTH, 1);
    private final ServedFile other = ServedFile.random(LENGTH, 2);
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

    @Test
    void aFileComesWhole() throws Exception {
        Path fetched = harness.fetch(server.uri(PATH));
        assertThat(fetched).hasFileName("films.zip").hasBinaryContent(file.bytes());
        assertThat(server.requests().get(0).header("User-Agent"))
                .startsWith("Marquee/1.")
                .contains("(films@example.org)");
        assertThat(harness.files(".part")).isEmpty();
        assertThat(harness.files(".part.json")).isEmpty();
    }

    @Test
    void afterABreakItGoesOnWhereItWas() throws Exception {
        server.then(breakAfter(HALF));
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(file.bytes());
        assertThat(server.sent()).isEqualTo(LENGTH);
        assertThat(server.requests().get(1).header("Range")).isEqualTo("bytes=" + HALF + "-");
        assertThat(server.requests().get(1).header("If-Range")).isEqualTo("\"version-1\"");
    }

    @Test
    void manyBreaksThatEachBringSomethingAreNoReasonToGiveUp() throws Exception {
        for (int i = 0; i < 9; i++) {
            server.then(breakAfter(LENGTH / 10));
        }
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(file.bytes());
        assertThat(server.sent()).isEqualTo(LENGTH);
    }

    @Test
    void anotherRunGoesOnWhereOneGaveUp() throws Exception {
        server.then(breakAfter(HALF), status(500), status(500), status(500));
        assertThatThrownBy(() -> harness.fetch(server.uri(PATH)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the server answered 500 (4 attempts without progress)")
                .hasMessageContaining("what came so far is kept");
        assertThat(harness.files("films.zip")).isEmpty();
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(file.bytes());
        assertThat(server.sent()).isEqualTo(LENGTH + 3 * "sorry".length());
    }

    @Test
    void aServerThatStallsIsLeftAndAskedForTheRest() throws Exception {
        server.then(stallAfter(HALF));
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(file.bytes());
        assertThat(server.sent()).isEqualTo(LENGTH);
        assertThat(harness.pauses()).hasSize(1);
    }

    @Test
    void aServerThatNeverAnswersIsAskedAgain() throws Exception {
        server.then(silence());
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(file.bytes());
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aServerThatKnowsNoRangesSendsAllAgain() throws Exception {
        server.then(breakAfter(HALF), whole());
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(file.bytes());
        assertThat(server.sent()).isEqualTo(HALF + LENGTH);
    }

    @Test
    void aFileThatChangedBetweenTwoRangesIsFetchedAnew() throws Exception {
        server.then(breakAfter(HALF), (all, exchange, served) -> {
            server.serve(PATH, other);
            proper().answer(all, exchange, other);
        });
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(other.bytes());
        assertThat(server.sent()).isEqualTo(HALF + LENGTH);
    }

    @Test
    void halvesOfTwoFilesAreNeverJoinedThoughTheServerIgnoresTheCondition() throws Exception {
        server.then(breakAfter(HALF), (all, exchange, served) -> {
            server.serve(PATH, other);
            rangeWithoutCondition().answer(all, exchange, other);
        });
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(other.bytes());
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void aFileThatShrankBelowWhatIsHereIsFetchedAnew() throws Exception {
        ServedFile small = ServedFile.random(1000, 3);
        server.then(breakAfter(HALF), (all, exchange, served) -> {
            server.serve(PATH, small);
            rangeWithoutCondition().answer(all, exchange, small);
        });
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(small.bytes());
        assertThat(server.sent()).isEqualTo(HALF + 1000);
    }

    @Test
    void whatIsWholeAlreadyButWasNotPutInPlaceIsNotFetchedAgain() throws Exception {
        Path fetched = harness.fetch(server.uri(PATH));
        // As a process leaves it that dies right before the last step.
        Files.move(fetched, fetched.resolveSibling("films.zip.part"));
        Files.move(fetched.resolveSibling("films.zip.json"), fetched.resolveSibling("films.zip.part.json"));
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(file.bytes());
        assertThat(server.requests().get(1).header("Range")).isEqualTo("bytes=" + LENGTH + "-");
        assertThat(server.sent()).isEqualTo(LENGTH);
    }

    @Test
    void withoutETagTheTimeOfTheLastChangeIsTheCondition() throws Exception {
        server.serve(PATH, file.without("ETag").with("Last-Modified", "Sun, 01 Nov 2026 10:00:00 GMT"));
        server.then(breakAfter(HALF));
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(file.bytes());
        assertThat(server.requests().get(1).header("If-Range")).isEqualTo("Sun, 01 Nov 2026 10:00:00 GMT");
        assertThat(server.sent()).isEqualTo(LENGTH);
    }

    @Test
    void withNothingToTellOneFileFromAnotherItBeginsAnew() throws Exception {
        server.serve(PATH, file.without("ETag"));
        server.then(breakAfter(HALF));
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(file.bytes());
        assertThat(server.requests().get(1).header("Range")).isNull();
        assertThat(server.sent()).isEqualTo(HALF + LENGTH);
    }

    @Test
    void aWeakETagJoinsNoHalves() throws Exception {
        server.serve(PATH, new ServedFile(file.bytes(), Map.of("ETag", "W/\"1\"")));
        server.then(breakAfter(HALF));
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(file.bytes());
        assertThat(server.requests().get(1).header("Range")).isNull();
    }

    @Test
    void anotherRangeThanAskedForIsNotTaken() throws Exception {
        server.then(breakAfter(HALF), rangeFrom(10));
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(file.bytes());
        assertThat(server.requests()).hasSize(3);
    }
}

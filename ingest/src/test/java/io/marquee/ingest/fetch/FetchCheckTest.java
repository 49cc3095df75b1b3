package io.marquee.ingest.fetch;

import static io.marquee.ingest.fetch.FileServer.breakAfter;
import static io.marquee.ingest.fetch.FileServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is here and good is neither fetched again nor replaced by what is not. */
class FetchCheckTest {

    private static final String PATH = "/films.zip";
    private static final String DATE = "Sun, 01 Nov 2026 10:00:00 GMT";

    private final ServedFile good = ServedFile.random(100_000, 1);
    private final ServedFile next = ServedFile.random(120_000, 2);
    private FileServer server;
    private FetchHarness harness;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        server = new FileServer();
        server.serve(PATH, good);
        harness = new FetchHarness(directory);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatHasNotChangedIsNotFetched() throws Exception {
        Path fetched = harness.fetch(server.uri(PATH));
        FileTime written = Files.getLastModifiedTime(fetched);
        assertThat(harness.fetch(server.uri(PATH))).isEqualTo(fetched);
        assertThat(server.sent()).isEqualTo(100_000);
        assertThat(server.requests().get(1).header("If-None-Match")).isEqualTo("\"version-1\"");
        assertThat(Files.getLastModifiedTime(fetched)).isEqualTo(written);
    }

    @Test
    void withoutETagTheTimeOfTheLastChangeTells() throws Exception {
        server.serve(PATH, good.without("ETag").with("Last-Modified", DATE));
        harness.fetch(server.uri(PATH));
        harness.fetch(server.uri(PATH));
        assertThat(server.sent()).isEqualTo(100_000);
        assertThat(server.requests().get(1).header("If-Modified-Since")).isEqualTo(DATE);
    }

    @Test
    void whatHasChangedReplacesWhatWasHere() throws Exception {
        Path fetched = harness.fetch(server.uri(PATH));
        server.serve(PATH, next);
        assertThat(harness.fetch(server.uri(PATH))).isEqualTo(fetched).hasBinaryContent(next.bytes());
    }

    @Test
    void aFileThatSomebodyCutOffIsFetchedAgain() throws Exception {
        Path fetched = harness.fetch(server.uri(PATH));
        Files.write(fetched, new byte[10]);
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(good.bytes());
    }

    @Test
    void theGoodFileStaysWhileTheNewOneDoesNotComeWhole() throws Exception {
        Path fetched = harness.fetch(server.uri(PATH));
        server.serve(PATH, next);
        server.then(breakAfter(60_000), status(503), status(503), status(503));
        assertThatThrownBy(() -> harness.fetch(server.uri(PATH))).isInstanceOf(UserException.class);
        assertThat(fetched).hasBinaryContent(good.bytes());
        assertThat(harness.fetch(server.uri(PATH))).hasBinaryContent(next.bytes());
        assertThat(server.sent()).isEqualTo(100_000 + 120_000 + 3 * "sorry".length());
    }

    @Test
    void theGoodFileStaysIfTheNewOneHasAWrongChecksum() throws Exception {
        Path fetched = harness.fetch(server.uri(PATH));
        server.serve(PATH, next.with("Content-MD5", md5(good)));
        assertThatThrownBy(() -> harness.fetch(server.uri(PATH)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("its MD5 is not the one that is announced");
        assertThat(fetched).hasBinaryContent(good.bytes());
        assertThat(harness.files(".part")).isEmpty();
    }

    @Test
    void aWrongChecksumIsMendedByAnotherAttempt() throws Exception {
        server.serve(PATH, good.with("Content-MD5", md5(next)));
        server.then((all, exchange, file) -> {
            FileServer.proper().answer(all, exchange, file);
            server.serve(PATH, good.with("Content-MD5", md5(good)));
        });
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(good.bytes());
        assertThat(server.sent()).isEqualTo(200_000);
    }

    @Test
    void theChecksumOfTheWholeIsRememberedOverABreak() throws Exception {
        server.serve(PATH, good.with("x-goog-hash", "crc32c=AAAAAA==,md5=" + md5(next)));
        server.then(breakAfter(50_000), breakAfter(50_000));
        assertThatThrownBy(() -> harness.fetch(server.uri(PATH))).hasMessageContaining("its MD5");
    }

    @Test
    void aLengthThatTheServerDoesNotKeepIsABreak() throws Exception {
        server.then(breakAfter(99_999), status(500), status(500), status(500));
        assertThatThrownBy(() -> harness.fetch(server.uri(PATH)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the server answered 500");
        assertThat(harness.files("films.zip")).isEmpty();
    }

    @Test
    void anEmptyFileIsNone() throws Exception {
        Path fetched = harness.fetch(server.uri(PATH));
        server.serve(PATH, ServedFile.of(new byte[0], "\"empty\""));
        assertThatThrownBy(() -> harness.fetch(server.uri(PATH)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the server sent an empty file");
        assertThat(fetched).hasBinaryContent(good.bytes());
    }

    @Test
    void aPageForABrowserIsNoFile() throws Exception {
        Path fetched = harness.fetch(server.uri(PATH));
        server.serve(PATH, next.with("Content-Type", "text/html; charset=utf-8"));
        assertThatThrownBy(() -> harness.fetch(server.uri(PATH)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is answered with a web page, not a file");
        assertThat(fetched).hasBinaryContent(good.bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 410, 400})
    void aRefusalThatWillNotPassEndsAtOnceAndLeavesTheGoodFile(int status) throws Exception {
        Path fetched = harness.fetch(server.uri(PATH));
        server.then(status(status, Map.of()));
        assertThatThrownBy(() -> harness.fetch(server.uri(PATH)))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(server.uri(PATH) + " ")
                .hasMessageContaining(String.valueOf(status));
        assertThat(server.requests()).hasSize(2);
        assertThat(fetched).hasBinaryContent(good.bytes());
    }

    @Test
    void moreThanTheDiskHoldsIsNotBegun() throws Exception {
        harness.space(anywhere -> 1000 + FreeSpace.RESERVE);
        assertThatThrownBy(() -> harness.fetch(server.uri(PATH)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("needs 257 MB")
                .hasMessageContaining("which has 257 MB free")
                .hasMessageContaining("--downloads");
        assertThat(harness.files(".part")).isEmpty();
    }

    @Test
    void aDirectoryThatCannotBeWrittenToIsNamed(@TempDir Path other) throws Exception {
        Path taken = Files.writeString(other.resolve("taken"), "a file");
        assertThatThrownBy(() -> new FetchHarness(taken).fetch(server.uri(PATH)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("cannot be written to " + taken)
                .hasMessageContaining("--downloads");
    }

    @Test
    void twoAddressesWithOneFileNameAreTwoFiles() throws Exception {
        server.serve("/other/films.zip", next);
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(good.bytes());
        assertThat(harness.fetchBytes(server.uri("/other/films.zip"))).isEqualTo(next.bytes());
        assertThat(harness.fetchBytes(server.uri(PATH))).isEqualTo(good.bytes());
        assertThat(server.sent()).isEqualTo(220_000);
    }

    private static String md5(ServedFile file) throws IOException {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(file.bytes()));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }
}

package io.marquee.ingest.fetch;

import static io.marquee.ingest.fetch.FileServer.breakAfter;
import static io.marquee.ingest.fetch.FileServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects, access, and that nobody sees what gives access. */
class FetchRedirectTest {

    private static final String PATH = "/films.zip";

    private final ServedFile file = ServedFile.random(100_000, 1);
    private FileServer server;
    private FileServer other;
    private FetchHarness harness;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        server = new FileServer();
        other = new FileServer();
        other.serve(PATH, file);
        harness = new FetchHarness(directory);
    }

    @AfterEach
    void stop() {
        server.close();
        other.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreFollowed(int status) throws Exception {
        server.then(status(status, Map.of("Location", other.uri(PATH).toString())));
        assertThat(harness.fetchBytes(server.uri("/old"))).isEqualTo(file.bytes());
    }

    @Test
    void rangesAreAskedForBehindARedirectToo() throws Exception {
        FileServer.Behaviour redirect = status(302, Map.of("Location", other.uri(PATH) + "?signature=abc"));
        server.then(redirect, redirect);
        other.then(breakAfter(50_000));
        assertThat(harness.fetchBytes(server.uri("/old"))).isEqualTo(file.bytes());
        assertThat(other.sent()).isEqualTo(100_000);
    }

    @Test
    void aCircleOfRedirectsEnds() {
        for (int i = 0; i < 100; i++) {
            server.then(status(302, Map.of("Location", "/old")));
        }
        assertThatThrownBy(() -> harness.fetch(server.uri("/old")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("redirects without end");
    }

    @Test
    void aRedirectToAFileOfTheMachineIsNotFollowed() {
        for (int i = 0; i < 4; i++) {
            server.then(status(302, Map.of("Location", "file:///etc/passwd")));
        }
        assertThatThrownBy(() -> harness.fetch(server.uri("/old")))
                .hasMessageContaining("redirects to what is no web address");
    }

    @Test
    void userAndPasswordGoToTheirHostOnly() throws Exception {
        server.then(status(302, Map.of("Location", other.uri(PATH).toString())));
        String address = server.uri("/old").toString().replace("http://", "http://me:se%20cret@");
        assertThat(harness.fetchBytes(address)).isEqualTo(file.bytes());
        assertThat(server.requests().get(0).header("Authorization")).isEqualTo("Basic bWU6c2UgY3JldA==");
        assertThat(other.requests().get(0).header("Authorization")).isNull();
    }

    @Test
    void errorsAndSidecarsShowNoSecret(@TempDir Path directory) throws Exception {
        String address = other.uri(PATH).toString().replace("http://", "http://me:hidden@") + "?X-Amz-Signature=hidden";
        Path fetched = new FetchHarness(directory).fetch(address);
        assertThat(fetched.resolveSibling("films.zip.json")).content().doesNotContain("hidden");
        assertThat(fetched.toString()).doesNotContain("hidden");
        other.then(status(403));
        assertThatThrownBy(() -> harness.fetch(address))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("://***@127.0.0.1")
                .hasMessageContaining("X-Amz-Signature=***")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void anotherSignatureOfTheSameAddressIsTheSameFile() throws Exception {
        harness.fetch(other.uri(PATH) + "?file=1&Expires=1&Signature=a");
        harness.fetch(other.uri(PATH) + "?file=1&Expires=2&Signature=b");
        assertThat(other.sent()).isEqualTo(100_000);
        harness.fetch(other.uri(PATH) + "?file=2&Expires=2&Signature=b");
        assertThat(other.sent()).isEqualTo(200_000);
    }

    @ParameterizedTest
    @CsvSource({
        "https://me:pass@host/a.zip?token=1&x, https://***@host/a.zip?token=***&***",
        "https://me:p@ss@host:8443/a.zip#part, https://***@host:8443/a.zip",
        "see https://host/a.zip?sig=1 or s3://bucket/key, see https://host/a.zip?sig=*** or s3://bucket/key",
        "films.zip, films.zip"
    })
    void whatIsShownOfAnAddressHasNoSecrets(String text, String shown) {
        assertThat(Location.shown(text)).isEqualTo(shown);
    }

    @Test
    void kaggleGetsUserAndKeyAndTheStoreBehindItDoesNot() throws Exception {
        server.then(status(302, Map.of("Location", other.uri(PATH) + "?X-Goog-Signature=abc")));
        harness.site(server.uri("")).environment(Map.of("KAGGLE_USERNAME", "me", "KAGGLE_KEY", "secret"));
        assertThat(harness.fetch("kaggle:rounakbanik/the-movies-dataset"))
                .hasFileName("the-movies-dataset.zip")
                .hasBinaryContent(file.bytes());
        assertThat(server.requests().get(0).path())
                .isEqualTo("/api/v1/datasets/download/rounakbanik/the-movies-dataset");
        assertThat(server.requests().get(0).header("Authorization")).isEqualTo("Basic bWU6c2VjcmV0");
        assertThat(other.requests().get(0).header("Authorization")).isNull();
    }

    @Test
    void kaggleIsAskedWithoutATokenToo() throws Exception {
        server.serve("/api/v1/datasets/download/a/b", file);
        assertThat(harness.site(server.uri("/")).fetchBytes("kaggle:a/b")).isEqualTo(file.bytes());
        assertThat(server.requests().get(0).header("Authorization")).isNull();
    }

    @Test
    void kagglesRefusalsNameTheRemedy() {
        harness.site(server.uri(""));
        server.then(status(403));
        assertThatThrownBy(() -> harness.fetch("kaggle:a/b"))
                .hasMessageContaining("kaggle:a/b may not be read (403): set KAGGLE_USERNAME and KAGGLE_KEY");
        assertThatThrownBy(() -> harness.fetch("kaggle:a/b")).hasMessageContaining("check owner and name");
        harness.environment(Map.of("KAGGLE_USERNAME", "me"));
        assertThatThrownBy(() -> harness.fetch("kaggle:a/b"))
                .hasMessageContaining("KAGGLE_USERNAME is set without KAGGLE_KEY");
    }
}

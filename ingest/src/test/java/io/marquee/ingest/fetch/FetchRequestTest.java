package io.marquee.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.ingest.Packing;
import io.marquee.ingest.run.RunRequest;
import io.marquee.ingest.source.Fingerprint;
import io.marquee.ingest.source.Source;
import io.marquee.ingest.source.SourceContent;
import io.marquee.ingest.source.Sources;
import io.marquee.ingest.source.Wanted;
import io.marquee.records.RunSettings;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run sees of sources that are elsewhere. */
class FetchRequestTest {

    private static final String PATH = "/pages.xml";

    @TempDir
    private Path directory;

    private FileServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FileServer();
        server.serve(PATH, ServedFile.of("<feed/>".getBytes(java.nio.charset.StandardCharsets.UTF_8), "\"1\""));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theFingerprintOfASourceThatHasNotChangedElsewhereIsTheSameAndNothingIsFetched() throws Exception {
        RunRequest request = request("films.csv", server.uri(PATH).toString());
        List<Source> before = Sources.of(request.fetched(FetchProgress.NONE).wikipedia());
        Fingerprint fingerprint;
        try (SourceContent content = SourceContent.open(before.get(0), Wanted.ending(".xml"))) {
            fingerprint = new Fingerprint(List.of(content.finish()));
        }
        long sent = server.sent();
        List<Source> now = Sources.of(request.fetched(FetchProgress.NONE).wikipedia());
        assertThat(fingerprint.ifUnchanged(now)).contains(fingerprint);
        assertThat(server.sent()).isEqualTo(sent);

        server.serve(PATH, ServedFile.of("<feed></feed>".getBytes(java.nio.charset.StandardCharsets.UTF_8), "\"2\""));
        List<Source> changed = Sources.of(request.fetched(FetchProgress.NONE).wikipedia());
        assertThat(fingerprint.ifUnchanged(changed)).isEmpty();
    }

    @Test
    void whatIsOnThisMachineStaysWhereItIs() throws Exception {
        Path films = Packing.write(directory, "films.csv", "id\n");
        RunRequest local = request(films.toString(), "a.xml", "b.xml").fetched(FetchProgress.NONE);
        assertThat(local.films()).isEqualTo(films.toString());
        assertThat(local.wikipedia()).containsExactly("a.xml", "b.xml");
    }

    @Test
    void onlyTheLocationOfWhatIsElsewhereIsLookedAtBeforehand() {
        assertThatCode(request("kaggle:a/b", "enwiki:latest", "https://host/a.xml")::probe)
                .doesNotThrowAnyException();
        assertThatThrownBy(request("s3://bucket", "enwiki:latest")::probe).isInstanceOf(UserException.class);
        assertThatThrownBy(request("kaggle:a/b", "enwiki:tomorrow")::probe).isInstanceOf(UserException.class);
        assertThatThrownBy(request("kaggle:a/b", "missing.xml")::probe).hasMessageContaining("no such file");
    }

    @Test
    void aDumpIsNoSourceOfFilms() {
        assertThatThrownBy(request("enwiki:latest", "enwiki:latest")::probe)
                .isInstanceOf(UserException.class)
                .hasMessageContaining("enwiki:latest is a dump of pages");
    }

    @Test
    void amazonsOwnStoreHasAHostForEachBucket() {
        ObjectStore open = new ObjectStore(new FetchEnvironment(Map.of("AWS_REGION", "eu-central-1")));
        assertThat(open.target(new Location.Bucket("films", "a b.csv")).uri())
                .hasToString("https://films.s3.eu-central-1.amazonaws.com/a%20b.csv");
        ObjectStore signing = new ObjectStore(new FetchEnvironment(
                Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "secret", "AWS_SESSION_TOKEN", "hidden")));
        Target target = signing.target(new Location.Bucket("films", "a.csv"));
        assertThat(target.uri().getHost()).isEqualTo("films.s3.amazonaws.com");
        assertThat(target.uri().getQuery()).contains("X-Amz-Security-Token=hidden");
        assertThat(target.toString()).doesNotContain("hidden");
    }

    private RunRequest request(String films, String... wikipedia) {
        return new RunRequest(films, List.of(wikipedia), RunSettings.DEFAULT, "command", FetchSettings.in(directory));
    }
}

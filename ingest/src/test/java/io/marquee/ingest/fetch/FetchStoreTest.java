package io.marquee.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.settings.UserException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetches from a real S3-compatible store, through a wire that breaks. */
class FetchStoreTest {

    private static final int LENGTH = 300_000;
    private static final int HEADERS = 4_000;
    private static final String KEY = "a folder/movies & more.csv";
    private static final String LOCATION = "s3://films/" + KEY;

    private final byte[] bytes = ServedFile.random(LENGTH, 1).bytes();
    private final byte[] other = ServedFile.random(LENGTH, 2).bytes();
    private StoreServer store;
    private BreakingWire wire;
    private FetchHarness harness;

    @BeforeEach
    void start(@TempDir Path folder, @TempDir Path directory) throws Exception {
        store = new StoreServer(folder, false);
        store.put(KEY, bytes);
        wire = new BreakingWire(store.port());
        harness = new FetchHarness(directory).environment(access(StoreServer.SECRET));
    }

    @AfterEach
    void stop() throws Exception {
        wire.close();
        store.close();
    }

    @Test
    void anObjectComesWholeAndOnlyIfItHasChanged() throws Exception {
        Path fetched = harness.fetch(LOCATION);
        assertThat(fetched).hasFileName("movies___more.csv").hasBinaryContent(bytes);
        long passed = wire.passed();
        harness.fetch(LOCATION);
        assertThat(wire.passed() - passed).isLessThan(HEADERS);
        store.put(KEY, other);
        assertThat(harness.fetchBytes(LOCATION)).isEqualTo(other);
    }

    @Test
    void afterABreakItGoesOnWhereItWas() throws Exception {
        wire.breakAfter(LENGTH / 3);
        wire.breakAfter(LENGTH / 3);
        assertThat(harness.fetchBytes(LOCATION)).isEqualTo(bytes);
        assertThat(wire.passed()).isBetween((long) LENGTH, (long) LENGTH + 3 * HEADERS);
    }

    @Test
    void afterAStallItGoesOnWhereItWas() throws Exception {
        wire.stallAfter(LENGTH / 2);
        assertThat(harness.fetchBytes(LOCATION)).isEqualTo(bytes);
        assertThat(wire.passed()).isBetween((long) LENGTH, (long) LENGTH + 2 * HEADERS);
    }

    @Test
    void anObjectThatChangedMeanwhileIsFetchedAnew() throws Exception {
        harness.limits(new FetchLimits(1, FetchHarness.LIMITS.stall(), FetchHarness.LIMITS.total()));
        wire.breakAfter(LENGTH / 2);
        assertThatThrownBy(() -> harness.fetch(LOCATION)).hasMessageContaining("it broke off after");
        store.put(KEY, other);
        assertThat(harness.limits(FetchHarness.LIMITS).fetchBytes(LOCATION)).isEqualTo(other);
        assertThat(harness.files(".part")).isEmpty();
    }

    @Test
    void aByteThatTheWireAlteredIsFoundOutByTheStoresMd5() throws Exception {
        wire.flipAt(LENGTH / 2);
        assertThat(harness.fetchBytes(LOCATION)).isEqualTo(bytes);
        assertThat(wire.passed()).isGreaterThan(2L * LENGTH);
    }

    @Test
    void theGoodFileStaysWhileTheStoreCannotBeReached() throws Exception {
        Path fetched = harness.fetch(LOCATION);
        store.put(KEY, other);
        for (int i = 0; i < FetchHarness.LIMITS.attempts(); i++) {
            wire.breakAfter(10);
        }
        assertThatThrownBy(() -> harness.fetch(LOCATION)).isInstanceOf(UserException.class);
        assertThat(fetched).hasBinaryContent(bytes);
    }

    @Test
    void refusalsNameTheRemedyAndNoSecret() throws Exception {
        harness.environment(access("another key"));
        assertThatThrownBy(() -> harness.fetch(LOCATION))
                .isInstanceOf(UserException.class)
                .hasMessage(LOCATION + " may not be read (403): check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and what"
                        + " they give a right to");
        harness.environment(access(StoreServer.SECRET));
        assertThatThrownBy(() -> harness.fetch("s3://films/missing.csv"))
                .hasMessage("s3://films/missing.csv is not there (404): check bucket, key and AWS_ENDPOINT_URL");
        assertThatThrownBy(() -> harness.fetch("s3://nobucket/missing.csv")).hasMessageContaining("(404)");
        harness.environment(Map.of("AWS_ENDPOINT_URL", endpoint()));
        assertThatThrownBy(() -> harness.fetch(LOCATION))
                .hasMessageContaining("may not be read without credentials (403): set AWS_ACCESS_KEY_ID");
    }

    @Test
    void variablesThatCannotBeUsedAreNamed() {
        harness.environment(Map.of("AWS_ACCESS_KEY_ID", "a"));
        assertThatThrownBy(() -> harness.fetch(LOCATION))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("AWS_ACCESS_KEY_ID is set without AWS_SECRET_ACCESS_KEY");
        harness.environment(Map.of("AWS_ENDPOINT_URL", "minio:9000"));
        assertThatThrownBy(() -> harness.fetch(LOCATION))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("AWS_ENDPOINT_URL is no web address");
    }

    @Test
    void whatIsOpenToAllNeedsNoCredentials(@TempDir Path folder) throws Exception {
        try (StoreServer open = new StoreServer(folder, true)) {
            open.put(KEY, other);
            harness.environment(Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:" + open.port()));
            assertThat(harness.fetchBytes(LOCATION)).isEqualTo(other);
        }
    }

    private Map<String, String> access(String secret) {
        return Map.of(
                "AWS_ENDPOINT_URL",
                endpoint(),
                "AWS_REGION",
                "eu-central-1",
                "AWS_ACCESS_KEY_ID",
                StoreServer.KEY_ID,
                "AWS_SECRET_ACCESS_KEY",
                secret);
    }

    private String endpoint() {
        return "http://127.0.0.1:" + wire.port();
    }
}

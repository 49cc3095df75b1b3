package io.marquee.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.settings.UserException;
import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

final class MetricsTest {

    private static final String LOOPBACK = "127.0.0.1";

    @Test
    void metersAreToldInPrometheusForm() throws Exception {
        try (Metrics metrics = Metrics.serve(LOOPBACK, 0)) {
            Counter.builder("marquee.things")
                    .tag("kind", "small")
                    .register(metrics.registry())
                    .increment(3);

            HttpResponse<String> answer = get(metrics, "/metrics");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
            assertThat(answer.body())
                    .contains("marquee_things_total{kind=\"small\"} 3.0")
                    .contains("jvm_memory_used_bytes{")
                    .contains("process_cpu_usage ")
                    .contains("process_uptime_seconds ");
        }
    }

    @Test
    void aProcessIsAliveAtOnceAndReadyWhenItSaysSo() throws Exception {
        AtomicBoolean ready = new AtomicBoolean();
        try (Metrics metrics = Metrics.serve(LOOPBACK, 0)) {
            assertThat(get(metrics, "/health").statusCode()).isEqualTo(200);
            assertThat(get(metrics, "/ready").statusCode()).isEqualTo(503);

            metrics.readyWhen(ready::get);
            assertThat(get(metrics, "/ready").statusCode()).isEqualTo(503);
            ready.set(true);
            assertThat(get(metrics, "/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void otherAddressesAndMethodsAreRefused() throws Exception {
        try (Metrics metrics = Metrics.serve(LOOPBACK, 0)) {
            assertThat(get(metrics, "/metrics/more").statusCode()).isEqualTo(404);
            HttpRequest post = HttpRequest.newBuilder(URI.create(metrics.url().orElseThrow() + "/metrics"))
                    .POST(HttpRequest.BodyPublishers.ofString("x"))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(post, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(405);
        }
    }

    @Test
    void aPortThatIsTakenIsToldWithARemedy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(
                            () -> Metrics.serve(LOOPBACK, taken.getLocalPort()).close())
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining(LOOPBACK + ":" + taken.getLocalPort())
                    .hasMessageContaining("--metrics-port");
        }
    }

    @Test
    void aPortThatIsNoneIsToldByItsOption() {
        MetricsOptions options = new MetricsOptions();
        new CommandLine(CommandSpec.create().addMixin("metrics", CommandSpec.forAnnotatedObject(options)))
                .parseArgs("--metrics-port", "99999");

        assertThatThrownBy(options::start)
                .isInstanceOf(UserException.class)
                .hasMessage("--metrics-port must be 0 to 65535, not 99999");
    }

    @Test
    void whereNobodyCanAskNothingIsBound() {
        try (Metrics metrics = Metrics.none()) {
            metrics.bind(registry -> registry.counter("bound"));

            assertThat(metrics.url()).isEmpty();
            assertThat(metrics.registry().getMeters()).isEmpty();
        }
    }

    private static HttpResponse<String> get(Metrics metrics, String path) throws IOException, InterruptedException {
        URI uri = URI.create(metrics.url().orElseThrow() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}

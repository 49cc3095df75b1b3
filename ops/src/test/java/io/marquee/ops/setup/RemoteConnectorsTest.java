package io.marquee.ops.setup;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.connect.Connector;
import io.marquee.connect.Connectors;
import io.marquee.connect.SinkDatabase;
import io.marquee.connect.worker.RemoteConnectors;
import io.marquee.connect.worker.RemoteWorker;
import io.marquee.ops.command.Launch;
import io.marquee.ops.pipeline.TestPipeline;
import io.marquee.ops.stack.EmbeddedBroker;
import io.marquee.ops.stack.EmbeddedConnect;
import io.marquee.records.Json;
import io.marquee.records.RejectedRecord;
import io.marquee.records.Sink;
import io.marquee.records.TopicAdministration;
import io.marquee.records.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connectors on a worker that is known by its REST interface alone, writing as a role with a password. */
final class RemoteConnectorsTest {

    private static final String PASSWORD = "of-the-sink-alone";

    @TempDir
    private static Path directory;

    private static SecuredDatabase database;
    private static EmbeddedBroker broker;
    private static EmbeddedConnect worker;
    private static String reference;

    @BeforeAll
    static void start() throws Exception {
        CompletableFuture<Void> kafka = CompletableFuture.runAsync(RemoteConnectorsTest::startWorker);
        database = SecuredDatabase.start(directory.resolve("postgres"));
        database.makeTablesWell(PASSWORD, "ingest secret", "reader secret");
        kafka.join();
        Path secret = Files.writeString(directory.resolve("connect").resolve("sink"), "password=" + PASSWORD + "\n");
        reference = "${file:" + secret + ":password}";

        Launch launch = step(reference);
        assertThat(launch.errors()).isEmpty();
        assertThat(launch.output()).singleElement().asString().startsWith("All connectors run at ");
    }

    private static void startWorker() {
        try {
            broker = EmbeddedBroker.start(directory.resolve("kafka"));
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                TopicAdministration.ensureTopics(admin, 1);
            }
            worker = EmbeddedConnect.start(
                    directory.resolve("connect"),
                    Path.of(System.getProperty("marquee.plugins")),
                    broker.bootstrapServers());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        worker.close();
        broker.close();
        database.close();
    }

    private static Launch step(String passwordReference) {
        return Launch.of(
                Map.of(),
                "connectors",
                "--once",
                "--wait=90",
                "--connect=" + worker.url(),
                "--database=" + database.url(),
                "--sink-password-reference=" + passwordReference);
    }

    private static List<Connector> wanted() {
        return Connectors.all(new SinkDatabase(database.url(), "sink_writer", reference));
    }

    @Test
    void theSinkWriterFillsTheTables() throws Exception {
        send("written");

        awaitRow("written");
    }

    @Test
    void registeringAgainChangesNothing() throws Exception {
        assertThat(new RemoteConnectors(RemoteWorker.at(worker.url()), wanted()).look())
                .isZero();
    }

    @Test
    void whatVanishedOrWasChangedIsRegisteredAgain() throws Exception {
        RemoteWorker remote = RemoteWorker.at(worker.url());
        RemoteConnectors connectors = new RemoteConnectors(remote, wanted());
        Connector first = wanted().get(0);
        remote.put(new Connector(first.name(), with(first.configuration(), "batch.size", "1")));
        request("DELETE", "/connectors/" + Sink.PIPELINE_RUNS.connector());

        assertThat(connectors.look()).isEqualTo(2);
        for (Connector connector : wanted()) {
            assertThat(remote.configuration(connector.name())).contains(connector.configuration());
        }
        await().atMost(60, SECONDS)
                .until(() -> connectors.look() == 0 && connectors.notRunning().isEmpty());
    }

    private static Map<String, String> with(Map<String, String> configuration, String key, String value) {
        Map<String, String> copy = new HashMap<>(configuration);
        copy.put(key, value);
        return copy;
    }

    @Test
    void connectorsRunAgainOnceADatabaseThatWasKilledIsBack() throws Exception {
        RemoteWorker remote = RemoteWorker.at(worker.url());
        // By themselves they try half a minute before they fail.
        List<Connector> impatient = wanted().stream()
                .map(connector ->
                        new Connector(connector.name(), with(connector.configuration(), "flush.max.retries", "1")))
                .toList();
        RemoteConnectors connectors = new RemoteConnectors(remote, impatient);
        try (Supervision supervision = Supervision.start(connectors)) {
            await().atMost(60, SECONDS).until(() -> connectors.notRunning().isEmpty());
            database.kill();
            send("while it was away");
            await("a connector has lost the database")
                    .atMost(60, SECONDS)
                    .until(() -> connectors.states().stream().anyMatch(state -> state.lostConnection()));
            assertNoPassword();
            database.startAgain();

            awaitRow("while it was away");
            await().atMost(90, SECONDS).until(() -> connectors.notRunning().isEmpty());
        }
        assertThat(new RemoteConnectors(remote, wanted()).look()).isEqualTo(impatient.size());
    }

    @Test
    void noAnswerOfTheWorkerShowsThePassword() throws Exception {
        assertNoPassword();
    }

    private static void assertNoPassword() throws Exception {
        for (String path : List.of(
                "/connectors?expand=info&expand=status",
                "/connectors/film-sink",
                "/connectors/film-sink/config",
                "/connectors/film-sink/tasks",
                "/connectors/film-sink/status")) {
            assertThat(request("GET", path)).as(path).contains("film-sink").doesNotContain(PASSWORD);
        }
    }

    @Test
    void aPasswordInPlaceOfItsReferenceIsRefusedAndNotRepeated() {
        Launch launch = step(PASSWORD);

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.errors())
                .singleElement()
                .asString()
                .contains("--sink-password-reference", "a reference to a config provider")
                .doesNotContain(PASSWORD);
    }

    @Test
    void aWorkerThatIsNotThereIsWaitedForAndThenToldInOneLine() {
        Launch launch = Launch.of(
                Map.of(),
                "connectors",
                "--wait=1",
                "--connect=http://127.0.0.1:1",
                "--database=" + database.url(),
                "--sink-password-reference=" + reference);

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.errors())
                .singleElement()
                .asString()
                .startsWith("marquee: the Connect worker at http://127.0.0.1:1 does not answer (")
                .endsWith("given up after 1 s; mend that, or give more time with --wait");
    }

    private static String request(String method, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(worker.url().replaceFirst("/$", "") + path))
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static void send(String place) throws Exception {
        RejectedRecord rejected = new RejectedRecord("films", place, null, "a test", null);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.REJECTED_RECORDS, Json.write(rejected.key()), Json.write(rejected)))
                    .get();
        }
    }

    private static void awaitRow(String place) {
        await().atMost(90, SECONDS).until(() -> {
            try (Connection owner = database.owner()) {
                return TestPipeline.rows(owner, "select place from rejected_record where place = '" + place + "'")
                        .contains(place);
            }
        });
    }
}

package io.marquee.ops.stack;

import io.marquee.settings.UserException;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.EligibleLeaderReplicasVersion;

/**
 * A Kafka broker that is its own controller, on a data directory that outlives it.
 *
 * <p>Kafka ends its process when it cannot go on, as on a full disk. Here it only becomes a {@link #failure()}. That
 * setting holds for the whole process, so there can be one broker in it at a time.
 */
public final class EmbeddedBroker implements Closeable {

    private static final int NODE = 1;
    private static final long READY_SECONDS = 30;
    private static final long STOP_SECONDS = 20;

    private final Path directory;
    private final String bootstrap;
    private final KafkaRaftServer server;
    private final AtomicReference<String> failure = new AtomicReference<>();

    private EmbeddedBroker(Path directory, int port, int controllerPort) {
        this.directory = directory;
        this.bootstrap = "127.0.0.1:" + port;
        Exit.setExitProcedure((status, message) -> fail(status, message));
        Exit.setHaltProcedure((status, message) -> fail(status, message));
        this.server = new KafkaRaftServer(
                KafkaConfig.fromProps(BrokerSettings.of(NODE, directory, port, controllerPort), false), Time.SYSTEM);
    }

    /**
     * Starts a broker and returns once topics can be listed.
     *
     * @param directory where its data lives
     * @throws UserException if it cannot start, with the reason
     */
    public static EmbeddedBroker start(Path directory) throws InterruptedException {
        EmbeddedBroker broker = null;
        try {
            Files.createDirectories(directory);
            format(directory.resolve("data"));
            List<Integer> ports = Ports.choose(directory.resolve("ports"), 2);
            broker = new EmbeddedBroker(directory, ports.get(0), ports.get(1));
            broker.server.startup();
            broker.awaitReady();
            return broker;
        } catch (IOException | RuntimeException | ExecutionException | TimeoutException e) {
            UserException reported = DataDirectory.explain(directory, "cannot start the broker in", e);
            if (broker != null) {
                broker.closeAfter(reported);
            }
            throw reported;
        }
    }

    private static void format(Path data) throws IOException {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silent)
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(data.toString()))
                    .setMetadataLogDirectory(data.toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .setIgnoreFormatted(true)
                    // With one broker there is no other replica to prefer after a crash.
                    .setFeatureLevel(EligibleLeaderReplicasVersion.FEATURE_NAME, (short) 0)
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("cannot format " + data, e);
        }
    }

    private void awaitReady() throws ExecutionException, InterruptedException, TimeoutException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            admin.listTopics().names().get(READY_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Takes the place of the end of the process; the thread that asked for it ends instead. */
    private void fail(int status, String message) {
        String reason = message == null ? "status " + status : message;
        failure.compareAndSet(
                null,
                DataDirectory.isFull(directory, null)
                        ? "the broker stopped: no space left in " + directory + ": free some, and run again"
                        : "the broker stopped (" + reason + "): see the log, and run again");
        throw new IllegalStateException("the broker stopped: " + reason);
    }

    /** Where clients connect: host and port. */
    public String bootstrapServers() {
        return bootstrap;
    }

    /** What is wrong with it, in one line; empty while it runs. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure.get());
    }

    private void closeAfter(Exception failed) {
        try {
            close();
        } catch (IOException | RuntimeException e) {
            failed.addSuppressed(e);
        }
    }

    /** Stops the broker. */
    @Override
    public void close() throws IOException {
        AtomicReference<RuntimeException> failed = new AtomicReference<>();
        // A broker that lost its disk may wait for itself.
        Thread stopper = new Thread(
                () -> {
                    try {
                        server.shutdown();
                        server.awaitShutdown();
                    } catch (RuntimeException e) {
                        failed.set(e);
                    }
                },
                "broker-stop");
        stopper.setDaemon(true);
        stopper.start();
        try {
            stopper.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the broker stopped", e);
        }
        Exit.resetExitProcedure();
        Exit.resetHaltProcedure();
        if (stopper.isAlive()) {
            throw new IOException("the broker did not stop within " + STOP_SECONDS + " s");
        }
        if (failed.get() != null) {
            throw failed.get();
        }
    }
}

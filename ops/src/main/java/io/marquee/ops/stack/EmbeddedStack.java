package io.marquee.ops.stack;

import io.marquee.connect.Migrations;
import io.marquee.ingest.publish.KafkaConnection;
import io.marquee.ingest.verification.SinkSync;
import io.marquee.records.TopicAdministration;
import io.marquee.settings.UserException;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Broker, database and Connect worker on one data directory, which it holds for itself as long as it is open.
 *
 * <p>Each service starts when it is first asked for, so a command that needs one of them starts one; {@link #start()}
 * starts all. Thread-safe.
 */
public final class EmbeddedStack implements Closeable {

    private final StackOptions options;
    private final DataDirectory directory;
    private final Service<EmbeddedBroker> broker = new Service<>(this::startBroker);
    private final Service<EmbeddedDatabase> database = new Service<>(this::startDatabase);
    private final Service<EmbeddedConnect> worker = new Service<>(this::startWorker);

    private EmbeddedStack(StackOptions options, DataDirectory directory) {
        this.options = options;
        this.directory = directory;
    }

    /**
     * Takes the data directory; starts nothing yet.
     *
     * @throws UserException if another process holds it, or it cannot be written
     */
    public static EmbeddedStack open(StackOptions options) {
        return new EmbeddedStack(options, DataDirectory.open(options.data()));
    }

    /**
     * Starts what is not started yet, and tells other processes where it is.
     *
     * @throws UserException if a service cannot start; close the stack then
     */
    public void start() throws InterruptedException {
        CompletableFuture<Void> databaseStarted = CompletableFuture.runAsync(() -> {
            try {
                database();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CompletionException(e);
            }
        });
        try {
            worker.get();
        } finally {
            // Not left behind: a service that is still starting could not be stopped.
            await(databaseStarted);
        }
        worker.get().createConnectors(database());
        try {
            new StackInfo(
                            ProcessHandle.current().pid(),
                            broker().bootstrapServers(),
                            database().jdbcUrl(),
                            worker.get().url())
                    .write(options.data());
        } catch (IOException e) {
            throw DataDirectory.explain(options.data(), "cannot write to the data directory", e);
        }
    }

    private static void await(CompletableFuture<Void> started) throws InterruptedException {
        try {
            started.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UserException known) {
                throw known;
            }
            throw new IllegalStateException("the database did not start", e.getCause());
        }
    }

    /**
     * Does nothing, unless the data directory has too little space for a run.
     *
     * @throws UserException if it has
     */
    public void requireSpace() {
        directory.requireSpace();
    }

    /** The broker with all topics; starts it if it is not. */
    public EmbeddedBroker broker() throws InterruptedException {
        return broker.get();
    }

    /** The database with all tables; starts it if it is not. */
    public EmbeddedDatabase database() throws InterruptedException {
        return database.get();
    }

    /** The Connect worker, once {@link #start()} has started it. */
    public Optional<EmbeddedConnect> connect() {
        return worker.started();
    }

    /**
     * Waits for the tables to hold what the topics hold.
     *
     * @throws IllegalStateException if the stack is not started
     */
    public SinkSync sinkSync() throws InterruptedException {
        if (connect().isEmpty()) {
            throw new IllegalStateException("the stack is not started");
        }
        return new SinkSync(KafkaConnection.to(broker().bootstrapServers()), () -> health().failure());
    }

    /** How the services fare that were started. */
    public Health health() {
        return new Health(
                broker.started().flatMap(EmbeddedBroker::failure),
                database.started().flatMap(EmbeddedDatabase::failure),
                worker.started().flatMap(EmbeddedConnect::failure));
    }

    private EmbeddedBroker startBroker() throws InterruptedException {
        EmbeddedBroker started = EmbeddedBroker.start(options.data().resolve("kafka"));
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, started.bootstrapServers()))) {
            TopicAdministration.ensureTopics(admin, options.partitions());
            return started;
        } catch (ExecutionException | RuntimeException e) {
            throw closing(started, DataDirectory.explain(options.data(), "cannot make the topics in", e));
        }
    }

    private EmbeddedDatabase startDatabase() throws InterruptedException {
        EmbeddedDatabase started = EmbeddedDatabase.start(
                options.data().resolve("postgres"),
                options.cache(),
                options.data().resolve("logs"));
        try {
            Migrations.run(started.dataSource());
            return started;
        } catch (RuntimeException e) {
            throw closing(started, DataDirectory.explain(options.data(), "cannot make the tables in", e));
        }
    }

    private EmbeddedConnect startWorker() throws InterruptedException {
        return EmbeddedConnect.start(options.data().resolve("connect"), options.plugins(), broker().bootstrapServers());
    }

    private static UserException closing(Closeable started, UserException failed) {
        try {
            started.close();
        } catch (IOException | RuntimeException e) {
            failed.addSuppressed(e);
        }
        return failed;
    }

    /**
     * Stops what was started, in reverse, and lets go of the data directory. A service that does not stop keeps none of
     * the others up; what was thrown is thrown at the end, the first with the others as suppressed.
     */
    @Override
    public void close() throws IOException {
        Closing.all(() -> StackInfo.remove(options.data()), worker::stop, broker::stop, database::stop, directory);
    }
}

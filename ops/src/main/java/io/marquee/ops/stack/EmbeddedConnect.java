package io.marquee.ops.stack;

import io.marquee.connect.Connector;
import io.marquee.connect.Connectors;
import io.marquee.connect.SinkDatabase;
import io.marquee.connect.worker.ConnectorState;
import io.marquee.connect.worker.ConnectorSupervisor;
import io.marquee.connect.worker.Pace;
import io.marquee.settings.UserException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.connect.connector.policy.AllConnectorClientConfigOverridePolicy;
import org.apache.kafka.connect.connector.policy.ConnectorClientConfigOverridePolicy;
import org.apache.kafka.connect.errors.NotFoundException;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.runtime.Herder;
import org.apache.kafka.connect.runtime.RestartRequest;
import org.apache.kafka.connect.runtime.Worker;
import org.apache.kafka.connect.runtime.isolation.LoaderSwap;
import org.apache.kafka.connect.runtime.isolation.Plugins;
import org.apache.kafka.connect.runtime.rest.ConnectRestServer;
import org.apache.kafka.connect.runtime.rest.RestClient;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorInfo;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorStateInfo;
import org.apache.kafka.connect.runtime.standalone.StandaloneConfig;
import org.apache.kafka.connect.runtime.standalone.StandaloneHerder;
import org.apache.kafka.connect.storage.FileOffsetBackingStore;
import org.apache.kafka.connect.util.FutureCallback;

/** A Kafka Connect worker of its own, with its REST interface on a free loopback port. */
public final class EmbeddedConnect implements Closeable {

    private static final long CREATE_SECONDS = 60;
    private static final String PASSWORD_KEY = "database.password";

    private final Path secrets;
    private final ConnectRestServer rest;
    private final StandaloneHerder herder;
    private final ConnectorSupervisor supervisor;
    private volatile List<Connector> connectors = List.of();

    private EmbeddedConnect(Path secrets, ConnectRestServer rest, StandaloneHerder herder) {
        this.secrets = secrets;
        this.rest = rest;
        this.herder = herder;
        this.supervisor = new ConnectorSupervisor(this::restart, Pace.QUICK_ATTEMPTS);
    }

    /**
     * Starts a worker that has no connectors yet.
     *
     * @param directory where its files live
     * @param plugins the folder with the plugins
     * @param bootstrapServers where the broker is
     * @throws UserException if it cannot start
     */
    @SuppressWarnings("try") // The swap is undone at the end of the block; nothing else is asked of it.
    public static EmbeddedConnect start(Path directory, Path plugins, String bootstrapServers) {
        try {
            Files.createDirectories(directory);
            Path secrets = directory.resolve("secrets.properties");
            Map<String, String> settings = WorkerSettings.of(directory, plugins, bootstrapServers);
            Plugins loaded = new Plugins(settings);
            // Settings name classes that only the plugins' loader finds.
            try (LoaderSwap swapped = loaded.withClassLoader(loaded.delegatingLoader())) {
                return start(secrets, settings, loaded);
            }
        } catch (IOException | RuntimeException e) {
            throw DataDirectory.explain(directory, "cannot start Connect in", e);
        }
    }

    private static EmbeddedConnect start(Path secrets, Map<String, String> settings, Plugins plugins) {
        StandaloneConfig config = new StandaloneConfig(settings);
        ConnectRestServer rest =
                new ConnectRestServer(config.rebalanceTimeout(), new RestClient(config), config.originals());
        rest.initializeServer();
        FileOffsetBackingStore offsets = new FileOffsetBackingStore(
                plugins.newInternalConverter(true, JsonConverter.class.getName(), Map.of("schemas.enable", "false")));
        offsets.configure(config);
        ConnectorClientConfigOverridePolicy overrides = new AllConnectorClientConfigOverridePolicy();
        String name = rest.advertisedUrl().getAuthority();
        Worker worker = new Worker(name, Time.SYSTEM, plugins, config, offsets, overrides);
        StandaloneHerder herder = new StandaloneHerder(worker, config.kafkaClusterId(), overrides);
        EmbeddedConnect connect = new EmbeddedConnect(secrets, rest, herder);
        try {
            herder.start();
            rest.initializeResources(herder);
            return connect;
        } catch (RuntimeException e) {
            connect.close();
            throw e;
        }
    }

    /**
     * Creates the connectors that fill the tables.
     *
     * @throws UserException if one is not taken, with the reason
     */
    public void createConnectors(EmbeddedDatabase database) throws InterruptedException {
        try {
            writeSecrets();
        } catch (IOException e) {
            throw DataDirectory.explain(secrets.getParent(), "cannot write to", e);
        }
        connectors = Connectors.all(new SinkDatabase(
                database.jdbcUrl(), EmbeddedDatabase.NAME, "${file:" + secrets + ":" + PASSWORD_KEY + "}"));
        List<FutureCallback<Herder.Created<ConnectorInfo>>> creations = new ArrayList<>();
        for (Connector connector : connectors) {
            FutureCallback<Herder.Created<ConnectorInfo>> creation = new FutureCallback<>();
            herder.putConnectorConfig(connector.name(), connector.configuration(), true, creation);
            creations.add(creation);
        }
        for (FutureCallback<Herder.Created<ConnectorInfo>> creation : creations) {
            try {
                creation.get(CREATE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new UserException("Connect does not take a connector: " + e.getMessage(), e);
            }
        }
        herder.ready();
        supervisor.start(this::states);
    }

    /** The database trusts whoever is on this machine; the connectors are the same for one that does not. */
    private void writeSecrets() throws IOException {
        Files.deleteIfExists(secrets);
        Files.createFile(secrets, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secrets, PASSWORD_KEY + "=" + EmbeddedDatabase.NAME + "\n");
    }

    /** Address of the REST interface. */
    public String url() {
        return rest.advertisedUrl().toString();
    }

    /** The state of every connector. */
    public List<ConnectorState> states() {
        return connectors.stream().map(connector -> state(connector.name())).toList();
    }

    private ConnectorState state(String name) {
        try {
            ConnectorStateInfo info = herder.connectorStatus(name);
            return ConnectorState.of(
                    name,
                    part(info.connector()),
                    info.tasks().stream().map(EmbeddedConnect::part).toList());
        } catch (NotFoundException e) {
            // Created, but no worker thread has said anything of it yet.
            return ConnectorState.of(name, "STARTING");
        }
    }

    private static ConnectorState.Part part(ConnectorStateInfo.AbstractState state) {
        return new ConnectorState.Part(state.state(), state.trace());
    }

    private void restart(String name) {
        // Its outcome is seen in the connector's state.
        herder.restartConnectorAndTasks(new RestartRequest(name, true, true), (error, state) -> {});
    }

    /** What is wrong with it, in one line; empty while all connectors work, or may again after a restart. */
    public Optional<String> failure() {
        return supervisor
                .failure(states())
                .map(state -> "the connector " + state.name() + " stopped ("
                        + state.failure().orElseThrow() + "): see the log, and run again");
    }

    /** Stops the connectors, which write what they have read, and the worker. */
    @Override
    public void close() {
        try {
            supervisor.close();
            rest.stop();
        } finally {
            herder.stop();
        }
    }
}

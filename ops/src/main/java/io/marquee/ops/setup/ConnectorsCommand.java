package io.marquee.ops.setup;

import io.marquee.connect.Connector;
import io.marquee.connect.Connectors;
import io.marquee.connect.SinkDatabase;
import io.marquee.connect.worker.ConnectorState;
import io.marquee.connect.worker.RemoteConnectors;
import io.marquee.connect.worker.RemoteWorker;
import io.marquee.connect.worker.WorkerException;
import io.marquee.ingest.run.Stopping;
import io.marquee.metrics.Metrics;
import io.marquee.metrics.MetricsOptions;
import io.marquee.records.Sink;
import io.marquee.settings.UserException;
import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The connectors on a worker that is elsewhere. */
@Command(
        name = "connectors",
        mixinStandardHelpOptions = true,
        description = {
            "Register the connectors that fill the tables on a Connect worker that is elsewhere, wait until they run,"
                    + " and look after them: one that lost the database is restarted until it has it again.",
            "As often as one likes. The password stays with the worker, which is given a reference to it."
        })
public final class ConnectorsCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectorsCommand.class);

    @Option(
            names = "--connect",
            required = true,
            paramLabel = "URL",
            description = "The worker's REST interface, such as http://localhost:8083.")
    private String connect;

    @Option(
            names = "--database",
            required = true,
            paramLabel = "URL",
            description =
                    "The tables as the worker reaches them, such as jdbc:postgresql://localhost:5432/marquee; with"
                            + " ?sslmode=verify-full&sslrootcert=/path for TLS.")
    private String database;

    @Option(
            names = "--sink-user",
            paramLabel = "NAME",
            defaultValue = "sink_writer",
            description = "With whom connectors write (default: ${DEFAULT-VALUE}).")
    private String user;

    @Option(
            names = "--sink-password-reference",
            required = true,
            paramLabel = "REFERENCE",
            description = "Where the worker finds the password: a reference to one of its config providers, such as"
                    + " '$${file:/run/secrets/sink:password}'.")
    private String reference;

    @Option(names = "--once", description = "End once all connectors run, and look after them no more.")
    private boolean once;

    @Mixin
    private WaitOption wait;

    @Mixin
    private MetricsOptions metricsOptions;

    @Override
    public Integer call() throws InterruptedException {
        Patience patience = wait.patience();
        RemoteWorker worker = RemoteWorker.at(connect);
        RemoteConnectors connectors = new RemoteConnectors(worker, wanted());
        try (Metrics metrics = metricsOptions.start()) {
            measure(metrics, connectors);
            patience.await(() -> bringUp(connectors));
            String done = "All connectors run at " + worker.url() + ": "
                    + String.join(
                            ", ",
                            connectors.states().stream()
                                    .map(ConnectorState::name)
                                    .toList());
            LOG.info(done);
            System.out.println(done);
            if (!once) {
                try (Stopping stopping = Stopping.install(Duration.ZERO);
                        Supervision supervision = Supervision.start(connectors)) {
                    stopping.await();
                    LOG.info("told to end");
                }
            }
            return 0;
        }
    }

    private List<Connector> wanted() {
        try {
            return Connectors.all(new SinkDatabase(database, user, reference));
        } catch (IllegalArgumentException e) {
            throw new UserException("--database and --sink-password-reference do not fit: " + e.getMessage(), e);
        }
    }

    private static void measure(Metrics metrics, RemoteConnectors connectors) {
        for (Sink sink : Sink.ALL) {
            Gauge.builder("marquee_connector_running", connectors, looked -> looked.isRunning(sink.connector()) ? 1 : 0)
                    .description("1 while the connector and all its tasks run")
                    .tag("connector", sink.connector())
                    .register(metrics.registry());
        }
        metrics.readyWhen(() -> connectors.notRunning().isEmpty());
    }

    private static Void bringUp(RemoteConnectors connectors) throws NotYetException {
        try {
            connectors.look();
        } catch (WorkerException e) {
            if (e.isPassing()) {
                throw new NotYetException(e.getMessage(), e);
            }
            throw new UserException(e.getMessage() + ": mend that, and start again", e);
        }
        Optional<ConnectorState> waiting = connectors.notRunning();
        if (waiting.isPresent()) {
            throw new NotYetException("the connector " + waiting.get().describe(), null);
        }
        return null;
    }
}

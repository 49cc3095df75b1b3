package io.marquee.ops.console;

import io.marquee.connect.worker.RemoteWorker;
import io.marquee.ingest.publish.ClientWatch;
import io.marquee.ingest.publish.KafkaConnection;
import io.marquee.ingest.verification.SinkSync;
import io.marquee.metrics.Metrics;
import io.marquee.ops.control.Steering;
import io.marquee.ops.control.Token;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The console: a server of pages on which people watch and steer the runs. Thread-safe. */
public final class Console implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Console.class);

    private static final String DATABASE = "database";

    /** A page does not wait for a broker that does not answer, but one look at it does. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private ConsoleServer server;

    private Console() {}

    /**
     * What it shows and steers.
     *
     * @param database the tables, as a user who reads them
     * @param kafka the broker
     * @param worker has the connectors
     * @param schedule of the runs
     * @param logs folder of a process's logs, or with a folder for each of several
     */
    public record Parts(
            DataSource database, KafkaConnection kafka, RemoteWorker worker, Steering schedule, Path logs) {}

    /**
     * Starts it; none of the parts need be there yet.
     *
     * @param listen where
     * @param token what a person must know to change anything
     * @throws io.marquee.settings.UserException if it cannot listen there
     */
    public static Console start(Parts parts, Listen listen, Token token) {
        Console console = new Console();
        try {
            console.open(parts, listen, token);
            return console;
        } catch (RuntimeException e) {
            console.close();
            throw e;
        }
    }

    private void open(Parts parts, Listen listen, Token token) {
        KafkaConnection kafka =
                new KafkaConnection(parts.kafka().bootstrap(), parts.kafka().security(), PATIENCE, ClientWatch.NONE);
        Metrics metrics = closed(Metrics.collect());
        Tables tables = closed(new Tables(parts.database()));
        ProgressWatch progress = closed(ProgressWatch.start(kafka));
        RunLogs logs = new RunLogs(parts.logs());
        HealthWatch health = closed(HealthWatch.start(looks(parts, kafka, tables, logs)));
        NowPage now = new NowPage(parts.schedule(), tables, progress, health, Clock.systemUTC());
        Routes routes = new Routes(tables, logs, now, new SteerPages(parts.schedule()), token, metrics);
        server = closed(ConsoleServer.start(listen, routes));
        metrics.readyWhen(() -> health.isUp(DATABASE));
        LOG.info("the console is at {}", server.url());
    }

    private Map<String, HealthWatch.Look> looks(Parts parts, KafkaConnection kafka, Tables tables, RunLogs logs) {
        Admin admin = closed(kafka.admin());
        KafkaHealth broker = new KafkaHealth(admin);
        ConnectorHealth connectors = new ConnectorHealth(parts.worker(), new SinkSync(kafka, Optional::empty));
        Map<String, HealthWatch.Look> looks = new LinkedHashMap<>();
        looks.put(KafkaHealth.BROKER, broker::broker);
        looks.put(KafkaHealth.PROCESSOR, broker::processor);
        looks.put(ConnectorHealth.CONNECTORS, connectors::look);
        looks.put(
                DATABASE,
                () -> PartHealth.up(DATABASE, tables.value(Tables.DESCRIPTION).orElseThrow()));
        looks.put("logs", logs::health);
        return looks;
    }

    private <T extends AutoCloseable> T closed(T part) {
        started.push(part);
        return part;
    }

    /** Where it can be asked from this machine. */
    public String url() {
        return server.url();
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                LOG.warn("a part of the console could not be closed", e);
            }
        }
    }
}

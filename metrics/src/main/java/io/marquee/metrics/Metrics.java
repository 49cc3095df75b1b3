package io.marquee.metrics;

import io.marquee.settings.UserException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The meters of a process: its own, those of the JVM, and of whatever else is bound. Thread-safe. */
public final class Metrics implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);

    private final MeterRegistry registry;
    private final Deque<AutoCloseable> bound = new ArrayDeque<>();
    private MetricsServer server;
    private volatile BooleanSupplier ready = () -> false;

    private Metrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Meters that measure nothing and are told nowhere. */
    public static Metrics none() {
        // With no registry below it, its meters do nothing.
        return new Metrics(new CompositeMeterRegistry());
    }

    /**
     * Meters that are told over HTTP.
     *
     * @param address of this machine
     * @param port 0 for any that is free
     * @throws UserException if there cannot be a server
     */
    public static Metrics serve(String address, int port) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Metrics metrics = new Metrics(registry);
        try {
            metrics.server = MetricsServer.start(address, port, registry::scrape, () -> metrics.ready.getAsBoolean());
        } catch (IOException e) {
            throw new UserException(
                    "metrics cannot be told at " + address + ":" + port + " (" + e.getMessage()
                            + "): choose another with --metrics-port and --metrics-address",
                    e);
        }
        metrics.bind(new JvmMemoryMetrics());
        metrics.bind(new JvmGcMetrics());
        metrics.bind(new JvmThreadMetrics());
        metrics.bind(new ProcessorMetrics());
        metrics.bind(new FileDescriptorMetrics());
        metrics.bind(new UptimeMetrics());
        LOG.info("metrics are at {}/metrics", metrics.server.url());
        return metrics;
    }

    /** Where meters are registered. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Whether somebody can ask; where nobody can, binding is not worth its cost. */
    public boolean isServed() {
        return server != null;
    }

    /** Such as {@code http://127.0.0.1:9400}; empty if they are not told. */
    public Optional<String> url() {
        return Optional.ofNullable(server).map(MetricsServer::url);
    }

    /** Says when the process can do its work; until this is called it is not ready. */
    public void readyWhen(BooleanSupplier condition) {
        ready = condition;
    }

    /** Adds meters, which are closed with these if they can be. */
    public void bind(MeterBinder binder) {
        if (!isServed()) {
            return;
        }
        binder.bindTo(registry);
        if (binder instanceof AutoCloseable closeable) {
            closeWith(closeable);
        }
    }

    /** Closes something together with the meters that it feeds. */
    public synchronized void closeWith(AutoCloseable feeding) {
        bound.push(feeding);
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
        }
        while (!bound.isEmpty()) {
            try {
                bound.pop().close();
            } catch (Exception e) {
                LOG.warn("meters could not be closed", e);
            }
        }
        registry.close();
    }
}

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
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The meters of a process: its own, those of the JVM, and of whatever else is bound. Thread-safe. */
public final class Metrics implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);

    private final MeterRegistry registry;
    private final Supplier<String> exposition;
    private final Deque<AutoCloseable> bound = new ArrayDeque<>();
    private MetricsServer server;
    private volatile BooleanSupplier ready = () -> false;

    private Metrics(MeterRegistry registry, Supplier<String> exposition) {
        this.registry = registry;
        this.exposition = exposition;
    }

    /** Meters that measure nothing and are told nowhere. */
    public static Metrics none() {
        // With no registry below it, its meters do nothing.
        return new Metrics(new CompositeMeterRegistry(), null);
    }

    /** Meters for a process that tells them by a server of its own, with {@link #exposition()} and {@link #isReady()}. */
    public static Metrics collect() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Metrics metrics = new Metrics(registry, registry::scrape);
        metrics.bind(new JvmMemoryMetrics());
        metrics.bind(new JvmGcMetrics());
        metrics.bind(new JvmThreadMetrics());
        metrics.bind(new ProcessorMetrics());
        metrics.bind(new FileDescriptorMetrics());
        metrics.bind(new UptimeMetrics());
        return metrics;
    }

    /**
     * Meters that are told over HTTP.
     *
     * @param address of this machine
     * @param port 0 for any that is free
     * @throws UserException if there cannot be a server
     */
    public static Metrics serve(String address, int port) {
        Metrics metrics = collect();
        try {
            metrics.server = MetricsServer.start(address, port, metrics.exposition, metrics::isReady);
        } catch (IOException e) {
            metrics.close();
            throw new UserException(
                    "metrics cannot be told at " + address + ":" + port + " (" + e.getMessage()
                            + "): choose another with --metrics-port and --metrics-address",
                    e);
        }
        LOG.info("metrics are at {}/metrics", metrics.server.url());
        return metrics;
    }

    /** Where meters are registered. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Whether somebody can ask; where nobody can, binding is not worth its cost. */
    public boolean isServed() {
        return exposition != null;
    }

    /** Such as {@code http://127.0.0.1:9400}; empty if they are not told. */
    public Optional<String> url() {
        return Optional.ofNullable(server).map(MetricsServer::url);
    }

    /** Says when the process can do its work; until this is called it is not ready. */
    public void readyWhen(BooleanSupplier condition) {
        ready = condition;
    }

    /** What Prometheus is told, in its text form. */
    public String exposition() {
        return exposition.get();
    }

    /** Whether the process can do its work. */
    public boolean isReady() {
        return ready.getAsBoolean();
    }

    /**
     * Says what to ask every few seconds whether the process can do its work, where somebody can ask.
     *
     * @param question may wait; must not throw
     */
    public void readyWhile(BooleanSupplier question) {
        if (isServed()) {
            Probe probe = new Probe(question);
            closeWith(probe);
            ready = probe::answer;
        }
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

package io.marquee.ingest.measure;

import io.marquee.ingest.verification.SinkSync;
import io.marquee.metrics.Metrics;
import io.marquee.records.Sink;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures how many records went to the tables, and how many the tables are behind the topics. */
public final class SinkLag implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SinkLag.class);
    private static final long INTERVAL_SECONDS = 10;

    private final SinkSync tables;
    private final Map<String, Double> behind = new ConcurrentHashMap<>();
    private final Map<String, Long> written = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sink-lag");
        thread.setDaemon(true);
        return thread;
    });

    private SinkLag(SinkSync tables) {
        this.tables = tables;
    }

    /** Measures from now on, where somebody can ask for it. */
    public static void bind(Metrics metrics, SinkSync tables) {
        if (!metrics.isServed()) {
            return;
        }
        SinkLag lag = new SinkLag(tables);
        for (Sink sink : Sink.ALL) {
            lag.add(sink.connector(), metrics.registry());
        }
        var unused = lag.clock.scheduleWithFixedDelay(lag::look, 0, INTERVAL_SECONDS, TimeUnit.SECONDS);
        metrics.closeWith(lag);
    }

    private void add(String connector, MeterRegistry registry) {
        behind.put(connector, Double.NaN);
        Gauge.builder("marquee.sink.lag.records", behind, map -> map.get(connector))
                .description("Records of the connector's topic that are not in its table yet")
                .tag("connector", connector)
                .register(registry);
        FunctionCounter.builder("marquee.sink.records", written, map -> map.getOrDefault(connector, 0L))
                .description("Records of the connector's topic that went to its table, deletions included")
                .tag("connector", connector)
                .register(registry);
    }

    private void look() {
        try {
            written.putAll(tables.written());
            Map<String, Long> now = tables.behind();
            behind.replaceAll((name, before) -> (double) now.getOrDefault(name, 0L));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // What is not known must not look like none.
            behind.replaceAll((name, before) -> Double.NaN);
            LOG.warn("cannot see how far the tables are", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}

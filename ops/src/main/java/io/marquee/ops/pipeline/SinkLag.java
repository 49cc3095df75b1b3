package io.marquee.ops.pipeline;

import io.marquee.connect.Connector;
import io.marquee.ops.stack.EmbeddedStack;
import io.marquee.ops.stack.SinkSync;
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
final class SinkLag implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SinkLag.class);
    private static final long INTERVAL_SECONDS = 5;

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

    static SinkLag start(EmbeddedStack stack, MeterRegistry registry) throws InterruptedException {
        SinkLag lag = new SinkLag(stack.sinkSync());
        for (Connector connector : stack.connect().orElseThrow().connectors()) {
            String name = connector.name();
            lag.behind.put(name, Double.NaN);
            Gauge.builder("marquee.sink.lag.records", lag.behind, map -> map.get(name))
                    .description("Records of the connector's topic that are not in its table yet")
                    .tag("connector", name)
                    .register(registry);
            FunctionCounter.builder("marquee.sink.records", lag.written, map -> map.getOrDefault(name, 0L))
                    .description("Records of the connector's topic that went to its table, deletions included")
                    .tag("connector", name)
                    .register(registry);
        }
        var unused = lag.clock.scheduleWithFixedDelay(lag::look, 0, INTERVAL_SECONDS, TimeUnit.SECONDS);
        return lag;
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

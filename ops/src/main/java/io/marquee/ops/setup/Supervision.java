package io.marquee.ops.setup;

import io.marquee.connect.worker.RemoteConnectors;
import io.marquee.connect.worker.WorkerException;
import java.io.Closeable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after connectors until it is closed; what a worker says again and again is told once. */
final class Supervision implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Supervision.class);
    private static final long PERIOD_MS = 2000;

    private final RemoteConnectors connectors;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "supervision");
        thread.setDaemon(true);
        return thread;
    });
    private String told;

    private Supervision(RemoteConnectors connectors) {
        this.connectors = connectors;
    }

    static Supervision start(RemoteConnectors connectors) {
        Supervision supervision = new Supervision(connectors);
        var unused = supervision.executor.scheduleWithFixedDelay(
                supervision::look, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
        return supervision;
    }

    private void look() {
        try {
            connectors.look();
            if (told != null) {
                LOG.info("the Connect worker answers again");
                told = null;
            }
        } catch (WorkerException e) {
            if (!e.getMessage().equals(told)) {
                LOG.warn("{}: it is asked again until it does", e.getMessage());
                told = e.getMessage();
            }
        } catch (RuntimeException e) {
            // One that is thrown would end the looking for good.
            LOG.error("the connectors could not be looked after", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}

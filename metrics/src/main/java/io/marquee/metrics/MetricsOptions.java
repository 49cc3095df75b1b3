package io.marquee.metrics;

import io.marquee.settings.UserException;
import picocli.CommandLine.Option;

/** Where a process tells its metrics. */
public final class MetricsOptions {

    private static final int LAST_PORT = 65_535;

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description =
                    "Tell metrics for Prometheus at /metrics of this port, and at /health and /ready how the process"
                            + " fares; 0: nowhere (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--metrics-address",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Of this machine, where the metrics port listens; 0.0.0.0: at all of its addresses (default:"
                    + " ${DEFAULT-VALUE}).")
    private String address;

    /**
     * Starts to measure and to tell, if a port was given.
     *
     * @throws UserException if there cannot be a server at the port
     */
    public Metrics start() {
        if (port < 0 || port > LAST_PORT) {
            throw new UserException("--metrics-port must be 0 to " + LAST_PORT + ", not " + port);
        }
        return port == 0 ? Metrics.none() : Metrics.serve(address, port);
    }
}

package io.marquee.connect;

import java.util.Map;

/**
 * A sink connector, ready for a Connect worker.
 *
 * @param name its name
 * @param configuration what the worker is given
 */
public record Connector(String name, Map<String, String> configuration) {

    /** Copies the configuration. */
    public Connector {
        configuration = Map.copyOf(configuration);
    }
}

package io.marquee.connect;

import java.util.Map;

/**
 * A sink connector, ready for a Connect worker.
 *
 * @param name its name
 * @param topic the topic that it reads
 * @param table the table that it writes
 * @param configuration what the worker is given
 */
public record Connector(String name, String topic, String table, Map<String, String> configuration) {

    /** Copies the configuration. */
    public Connector {
        configuration = Map.copyOf(configuration);
    }

    /** The consumer group in which Connect reads for it. */
    public String group() {
        return "connect-" + name;
    }
}

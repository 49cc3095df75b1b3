package io.marquee.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** How a client of Kafka makes itself known, and whom it trusts. */
public final class KafkaConfigOption {

    private static final List<String> PREFIXES = List.of("security.", "ssl.", "sasl.");

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "A properties file with the security settings of Kafka's clients, such as security.protocol,"
                    + " sasl.jaas.config and ssl.truststore.location, for brokers with TLS or passwords.")
    private Path file;

    /**
     * The settings of the file; none if none is named.
     *
     * @throws UserException for a file that cannot be read, or a key that is none of security: what else a client is set
     *     to, its guarantees rest on
     */
    public Map<String, String> security() {
        if (file == null) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new UserException(
                    "the file of --kafka-config cannot be read (" + e + "): name one that this user may read", e);
        }
        Map<String, String> security = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (PREFIXES.stream().noneMatch(key::startsWith)) {
                throw new UserException(
                        "unknown setting: key " + key + " in " + file
                                + ", the file of --kafka-config: only keys that begin with security., ssl. or sasl. belong there");
            }
            security.put(key, properties.getProperty(key));
        }
        return security;
    }
}

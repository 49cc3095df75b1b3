package io.marquee.ingest;

import io.marquee.ingest.publish.KafkaConnection;
import io.marquee.settings.KafkaConfigOption;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where Kafka is, as every command has it that speaks to one which is elsewhere. */
public final class KafkaOptions {

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            defaultValue = "localhost:9092",
            description = "Brokers, comma-separated (default: ${DEFAULT-VALUE}).")
    private String kafka;

    @Mixin
    private KafkaConfigOption config;

    /**
     * The broker, which is not asked yet.
     *
     * @throws io.marquee.settings.UserException for a file of --kafka-config that cannot be used
     */
    public KafkaConnection connection() {
        return KafkaConnection.to(kafka, config.security());
    }
}

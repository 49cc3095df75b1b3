package io.marquee.processor;

import io.marquee.metrics.Metrics;
import io.marquee.metrics.MetricsOptions;
import io.marquee.settings.Commands;
import io.marquee.settings.KafkaConfigOption;
import io.marquee.settings.UserException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs one instance of the stream processor until it is told to stop. */
@Command(
        name = "stream-processor",
        description = "Cleans, keys, joins, enriches and ranks what the ingestor brings.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class ProcessorMain implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessorMain.class);

    @Option(names = "--kafka", required = true, description = "Brokers, as host:port, comma-separated.")
    private String kafka;

    @Option(
            names = "--state-dir",
            required = true,
            description = "Folder of stores; instances that share it take folders of their own in it.")
    private Path stateDirectory;

    @Option(names = "--threads", defaultValue = "2", description = "Threads that process.")
    private int threads;

    @Option(
            names = "--partitions",
            defaultValue = "4",
            description = "Partitions of the topics, where they are missing.")
    private int partitions;

    @Option(
            names = "--instance",
            description =
                    "A name of this instance's own that stays when it restarts; none where instances come and go.")
    private String instance;

    @Mixin
    private KafkaConfigOption kafkaConfig;

    @Mixin
    private MetricsOptions metricsOptions;

    /** Runs it; {@code --help} tells what it takes. */
    public static void main(String[] arguments) {
        System.exit(Commands.run(
                new ProcessorMain(), System.getenv(), e -> LOG.error("the stream processor failed", e), arguments));
    }

    @Override
    public Integer call() throws Exception {
        requireAtLeastOne("--threads", threads);
        requireAtLeastOne("--partitions", partitions);
        try (Metrics metrics = metricsOptions.start();
                StateFolder folder = StateFolder.take(stateDirectory);
                StreamProcessor processor = StreamProcessor.start(
                        new ProcessorSettings(kafka, kafkaConfig.security(), folder.path(), threads, instance),
                        partitions)) {
            processor.measure(metrics);
            Runtime.getRuntime().addShutdownHook(new Thread(processor::close, "shutdown"));
            processor.awaitEnd();
            processor.failure().ifPresent(cause -> System.err.println("stream-processor: stopped: " + cause));
            return processor.failure().isPresent() ? Commands.FAILED : 0;
        }
    }

    private static void requireAtLeastOne(String option, int value) {
        if (value < 1) {
            throw new UserException(option + " must be at least 1, not " + value);
        }
    }
}

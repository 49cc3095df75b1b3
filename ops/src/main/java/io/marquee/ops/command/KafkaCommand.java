package io.marquee.ops.command;

import io.marquee.ops.stack.EmbeddedStack;
import io.marquee.ops.stack.StackInfo;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** Kafka's own console tools on the embedded broker. */
@Command(
        name = "kafka",
        mixinStandardHelpOptions = true,
        description = "Run one of Kafka's console tools on the broker of the data directory, e.g. ./marquee kafka"
                + " console-consumer --topic enriched-films --from-beginning --max-messages 3.")
final class KafkaCommand implements Callable<Integer> {

    private static final Map<String, String> TOOLS = new TreeMap<>(Map.of(
            "console-consumer", "org.apache.kafka.tools.consumer.ConsoleConsumer",
            "console-producer", "org.apache.kafka.tools.ConsoleProducer",
            "topics", "org.apache.kafka.tools.TopicCommand",
            "consumer-groups", "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand",
            "configs", "kafka.admin.ConfigCommand",
            "get-offsets", "org.apache.kafka.tools.GetOffsetShell",
            "log-dirs", "org.apache.kafka.tools.LogDirsCommand",
            "delete-records", "org.apache.kafka.tools.DeleteRecordsCommand",
            "transactions", "org.apache.kafka.tools.TransactionsCommand"));

    @Parameters(
            index = "0",
            paramLabel = "TOOL",
            description = "console-consumer, console-producer, topics, consumer-groups, configs, get-offsets, log-dirs,"
                    + " delete-records or transactions; what follows is its own.")
    private String tool;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String mainClass = TOOLS.get(tool);
        if (mainClass == null) {
            throw new UserException(
                    "there is no tool " + tool + ": choose one of " + String.join(", ", TOOLS.keySet()));
        }
        Path path = data.path();
        Optional<StackInfo> running = StackInfo.find(path);
        if (running.isPresent()) {
            return run(mainClass, running.get().bootstrapServers());
        }
        if (!Files.exists(path.resolve("kafka"))) {
            throw new UserException("there is nothing in " + path
                    + " yet: do a run first, ./marquee run, or name its folder with --data-dir");
        }
        try (EmbeddedStack stack = EmbeddedStack.open(Home.stack(path, 1))) {
            return run(mainClass, stack.broker().bootstrapServers());
        }
    }

    /** A process of its own, because the tools end the process that they run in. */
    private int run(String mainClass, String bootstrapServers) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlog4j2.level=ERROR",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass,
                "--bootstrap-server",
                bootstrapServers));
        command.addAll(arguments);
        if (tool.equals("console-consumer")) {
            command.addAll(readable());
        }
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** Keys beside values, and nothing of transactions that came to nothing, unless something else was asked for. */
    private List<String> readable() {
        List<String> added = new ArrayList<>();
        if (arguments.stream()
                .noneMatch(argument -> argument.startsWith("--formatter") || argument.equals("--property"))) {
            added.addAll(List.of("--formatter-property", "print.key=true", "--formatter-property", "key.separator= "));
        }
        if (!arguments.contains("--isolation-level")) {
            added.addAll(List.of("--isolation-level", "read_committed"));
        }
        return added;
    }
}

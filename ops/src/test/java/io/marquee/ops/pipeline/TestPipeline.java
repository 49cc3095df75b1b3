package io.marquee.ops.pipeline;

import io.marquee.ingest.run.Cancellation;
import io.marquee.ingest.run.Progress;
import io.marquee.ingest.run.RunLimits;
import io.marquee.ingest.run.RunRequest;
import io.marquee.ops.stack.StackOptions;
import io.marquee.records.RunSettings;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A pipeline of real parts, with what tests do with it. */
public final class TestPipeline implements Closeable {

    private static final Path CACHE = Path.of("target", "postgres-binaries");

    private final Pipeline pipeline;

    private TestPipeline(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    public static StackOptions options(Path data, int partitions) {
        return new StackOptions(data, CACHE, Path.of(System.getProperty("marquee.plugins")), partitions);
    }

    public static TestPipeline start(Path data) throws IOException, InterruptedException {
        return start(options(data, 3));
    }

    public static TestPipeline start(StackOptions options) throws IOException, InterruptedException {
        return new TestPipeline(Pipeline.start(options));
    }

    public RunResult run(Path films, Path pages) throws IOException, InterruptedException {
        return run(films, pages, RunSettings.DEFAULT);
    }

    RunResult run(Path films, Path pages, RunSettings settings) throws IOException, InterruptedException {
        return pipeline.run(
                new RunRequest(films.toString(), List.of(pages.toString()), settings, "command"),
                RunLimits.DEFAULT,
                Progress.NONE,
                new Cancellation());
    }

    public Pipeline pipeline() {
        return pipeline;
    }

    public Connection connect() throws SQLException, InterruptedException {
        return pipeline.stack().database().dataSource().getConnection();
    }

    /** The rows of a query, each as its columns joined by {@code |}. */
    public List<String> rows(String query) throws SQLException, InterruptedException {
        try (Connection connection = connect()) {
            return rows(connection, query);
        }
    }

    public static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    cells.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", cells));
            }
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        pipeline.close();
    }

    /** A consumer as Kafka's console tool is one: committed records as text. */
    static Consumer<String, String> consumer(TestPipeline pipeline) throws InterruptedException {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        pipeline.pipeline().stack().broker().bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new StringDeserializer());
    }

    /** Gives a consumer all partitions of a topic, from their beginning. */
    static List<TopicPartition> assignAll(Consumer<String, String> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return partitions;
    }
}

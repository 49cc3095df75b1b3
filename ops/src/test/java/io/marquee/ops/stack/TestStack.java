package io.marquee.ops.stack;

import io.marquee.records.Json;
import io.marquee.records.RecordHeaders;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A stack that is up, with what tests do with it. */
final class TestStack implements Closeable {

    /** Shared by all tests, and by builds. */
    private static final Path CACHE = Path.of("target", "postgres-binaries");

    private final EmbeddedStack stack;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    private TestStack(EmbeddedStack stack, KafkaProducer<byte[], byte[]> producer) {
        this.stack = stack;
        this.producer = producer;
    }

    static StackOptions options(Path data) {
        return new StackOptions(data, CACHE, Path.of(System.getProperty("marquee.plugins")), 2);
    }

    static TestStack start(Path data) throws InterruptedException {
        EmbeddedStack stack = EmbeddedStack.open(options(data));
        try {
            stack.start();
        } catch (InterruptedException | RuntimeException e) {
            closeAfter(stack, e);
            throw e;
        }
        return new TestStack(
                stack,
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                stack.broker().bootstrapServers(),
                                ProducerConfig.LINGER_MS_CONFIG,
                                "5",
                                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                                "lz4"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer()));
    }

    private static void closeAfter(EmbeddedStack stack, Exception failed) {
        try {
            stack.close();
        } catch (IOException e) {
            failed.addSuppressed(e);
        }
    }

    EmbeddedStack stack() {
        return stack;
    }

    /** Sends a record; null as value for a tombstone. */
    void send(String topic, Object key, Object value) {
        sent.add(producer.send(new ProducerRecord<>(
                topic,
                null,
                null,
                Json.write(key),
                value == null ? null : Json.write(value),
                RecordHeaders.of("20261122T073000.000Z"))));
    }

    /** Waits until all that was sent is in the topics. */
    void flush() throws InterruptedException, ExecutionException {
        producer.flush();
        for (Future<RecordMetadata> record : sent) {
            record.get();
        }
        sent.clear();
    }

    /** Waits until all that was sent is in the tables. */
    void sync() throws InterruptedException, ExecutionException {
        flush();
        stack.sinkSync().await(Duration.ofSeconds(60), () -> {});
    }

    /** The rows that a query finds, their columns joined by a bar. */
    List<String> rows(String sql) throws InterruptedException, SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = stack.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(found.getString(column));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        Closing.all(producer, stack);
    }
}

package io.marquee.ingest.publish;

import io.marquee.settings.UserException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Makes the clients of Kafka, set for bulk within a small heap.
 *
 * @param bootstrap addresses of brokers, comma-separated
 * @param security Kafka's own settings of how a client makes itself known and whom it trusts; none for a broker that asks
 *     for nothing
 * @param patience how long to wait for a broker that does not answer
 * @param watch is shown the clients that a run makes
 */
public record KafkaConnection(String bootstrap, Map<String, String> security, Duration patience, ClientWatch watch) {

    /** The largest record, key and value together, that every broker takes as it is set by default. Bytes. */
    static final int LARGEST_RECORD = 1_000_000;

    private static final int BATCH = 256 << 10;
    private static final long BUFFER = 16L << 20;
    private static final int LINGER_MS = 20;
    private static final int SCAN_WAIT_MS = 20;
    private static final long HASTY_BUFFER = 1L << 20;
    private static final int HASTY_WAIT_MS = 1000;
    private static final int HASTY_DELIVERY_MS = 5000;

    /** With the patience that suits a network of one's own. */
    public static KafkaConnection to(String bootstrap) {
        return to(bootstrap, Map.of());
    }

    /** The same to a broker that asks who one is. */
    public static KafkaConnection to(String bootstrap, Map<String, String> security) {
        return new KafkaConnection(bootstrap, Map.copyOf(security), Duration.ofSeconds(20), ClientWatch.NONE);
    }

    /** The same with its clients shown. */
    public KafkaConnection watchedBy(ClientWatch watcher) {
        return new KafkaConnection(bootstrap, security, patience, watcher);
    }

    /** A producer that loses nothing and doubles nothing. */
    public Producer<byte[], byte[]> producer() {
        Map<String, Object> settings = common();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience.toMillis());
        settings.put(
                ProducerConfig.METADATA_MAX_IDLE_CONFIG, Duration.ofHours(1).toMillis());
        Producer<byte[], byte[]> made =
                connect(() -> new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
        watch.made(made);
        return made;
    }

    /** A producer of what may be lost, in its order: it gives up soon where a broker is slow. It is not watched. */
    Producer<byte[], byte[]> hastyProducer() {
        Map<String, Object> settings = common();
        // Two producers of one name would take each other's place among the metrics of the process.
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "marquee-progress");
        settings.put(ProducerConfig.ACKS_CONFIG, "1");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, HASTY_BUFFER);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, HASTY_WAIT_MS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, HASTY_DELIVERY_MS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, HASTY_DELIVERY_MS);
        return connect(() -> new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    /** A consumer of committed records, in no group. */
    public Consumer<byte[], byte[]> consumer() {
        Consumer<byte[], byte[]> made = consumer(Map.of());
        watch.made(made);
        return made;
    }

    /** The same for reading topics to their end: it does not wait there, where after transactions nothing comes. */
    public Consumer<byte[], byte[]> scanner() {
        return consumer(Map.of(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, SCAN_WAIT_MS));
    }

    private Consumer<byte[], byte[]> consumer(Map<String, Object> more) {
        Map<String, Object> settings = common();
        settings.putAll(more);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 << 20);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        return connect(() -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    /** An administrator. */
    public Admin admin() {
        Map<String, Object> settings = common();
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) patience.toMillis() / 2);
        return connect(() -> Admin.create(settings));
    }

    /**
     * Puts what a client threw into words, if it is of the kind that the user can mend.
     *
     * @return a {@link UserException} for a broker that does not answer or refuses, else the exception itself
     */
    public RuntimeException explain(RuntimeException thrown) {
        Throwable cause = thrown;
        while (cause != null && !(cause instanceof UserException)) {
            if (cause instanceof TimeoutException) {
                return new UserException(
                        "Kafka at " + bootstrap + " does not answer within " + patience.toSeconds()
                                + " s: check that the broker runs and that --kafka names it",
                        thrown);
            }
            if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
                return new UserException(
                        "Kafka at " + bootstrap + " refuses (" + cause.getMessage()
                                + "): give this user the rights, or other credentials with --kafka-config",
                        thrown);
            }
            cause = cause.getCause();
        }
        return thrown;
    }

    private <T> T connect(Supplier<T> client) {
        try {
            return client.get();
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new UserException(
                    "cannot use the Kafka address " + bootstrap + " (" + cause.getMessage()
                            + "): give host:port of a broker with --kafka, and check the file of --kafka-config",
                    e);
        }
    }

    private Map<String, Object> common() {
        Map<String, Object> settings = new HashMap<>(security);
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "marquee-ingest");
        settings.put(AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        return settings;
    }
}

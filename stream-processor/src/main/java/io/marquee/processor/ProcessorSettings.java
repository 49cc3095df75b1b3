package io.marquee.processor;

import io.marquee.processor.failures.UnreadableRecords;
import io.marquee.processor.failures.UnsendableRecords;
import io.marquee.processor.failures.UnusableRecords;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The settings of a stream processor.
 *
 * @param kafka host and port of brokers, comma-separated
 * @param security Kafka's own settings of how a client makes itself known and whom it trusts
 * @param directory where the stores are kept; one for each instance
 * @param threads how many threads process
 * @param instance a name that is the instance's own and stays when it restarts, so that it takes its tasks up at once;
 *     null where instances come and go
 */
public record ProcessorSettings(
        String kafka, Map<String, String> security, Path directory, int threads, String instance) {

    /** The application's id; it begins the names of its own topics. */
    public static final String APPLICATION = "marquee-stream-processor";

    private static final int BULK_BYTES = 4 << 20;
    private static final String DAY_MS = Long.toString(Duration.ofDays(1).toMillis());
    private static final String SEGMENT_BYTES = Integer.toString(16 << 20);

    /**
     * A barrier's work is one transaction: it chooses the pages of all films of a partition, in some seconds. Until the
     * open transactions of an instance that was killed time out, nobody sees what is behind them, and the run stands
     * still: an instance that will not come back has to be short. One that keeps its name and its folder ends its own at
     * its next start.
     */
    private int transactionTimeout() {
        return instance == null ? 15_000 : 60_000;
    }

    /** As Kafka Streams takes them. */
    public Properties toStreams() {
        Properties streams = new Properties();
        streams.putAll(security);
        streams.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        streams.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
        streams.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        streams.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        streams.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        streams.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        // Barriers ask for a commit at once; between them larger transactions suit bulk.
        streams.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1000);
        streams.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 16 << 20);
        streams.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksMemory.class);
        streams.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecords.class);
        streams.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UnusableRecords.class);
        streams.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, UnsendableRecords.class);
        streams.put(StreamsConfig.topicPrefix(TopicConfig.COMPRESSION_TYPE_CONFIG), "producer");
        // Changelogs are cleaned, and what was taken up is deleted, by whole segments: a day's, however little it was.
        streams.put(StreamsConfig.topicPrefix(TopicConfig.SEGMENT_BYTES_CONFIG), SEGMENT_BYTES);
        streams.put(StreamsConfig.topicPrefix(TopicConfig.SEGMENT_MS_CONFIG), DAY_MS);
        streams.put(StreamsConfig.topicPrefix(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG), DAY_MS);

        streams.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        streams.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 << 10);
        streams.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
        streams.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), transactionTimeout());

        streams.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 4000);
        streams.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), BULK_BYTES);
        streams.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG), 600_000);
        streams.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        if (instance != null) {
            streams.put(StreamsConfig.consumerPrefix(CommonClientConfigs.GROUP_INSTANCE_ID_CONFIG), instance);
        }
        return streams;
    }
}

package io.marquee.processor;

import io.marquee.metrics.Metrics;
import io.marquee.records.TopicAdministration;
import io.marquee.settings.UserException;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running instance of the stream processor. Thread-safe. */
public final class StreamProcessor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamProcessor.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);
    private static final int ADMIN_TIMEOUT_MS = 20_000;

    private final KafkaStreams streams;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private StreamProcessor(KafkaStreams streams) {
        this.streams = streams;
    }

    /**
     * Makes the topics that are missing and starts to process.
     *
     * @param settings of the instance
     * @param partitions of the topics, where they are missing
     * @throws UserException if no broker answers
     */
    public static StreamProcessor start(ProcessorSettings settings, int partitions) throws InterruptedException {
        int tasks = ensureTopics(settings, partitions);
        Properties properties = settings.toStreams();
        KafkaStreams streams = new KafkaStreams(MarqueeTopology.build(tasks, properties), properties);
        StreamProcessor processor = new StreamProcessor(streams);
        streams.setUncaughtExceptionHandler(exception -> {
            LOG.error("the stream processor stops", exception);
            processor.failure.compareAndSet(null, exception);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.setStateListener((now, before) -> {
            LOG.info("stream processor: {} -> {}", before, now);
            if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
                processor.ended.countDown();
            }
        });
        streams.start();
        return processor;
    }

    private static int ensureTopics(ProcessorSettings settings, int partitions) throws InterruptedException {
        Map<String, Object> client = new HashMap<>(settings.security());
        client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.kafka());
        client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MS);
        client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MS / 2);
        try (Admin admin = Admin.create(client)) {
            return TopicAdministration.ensureTopics(admin, partitions);
        } catch (ExecutionException e) {
            throw new UserException(
                    "no Kafka broker answers at " + settings.kafka() + " (" + e.getCause()
                            + "): start it, or name another with --kafka",
                    e);
        } catch (KafkaException e) {
            throw new UserException(
                    "no client of Kafka can be made (" + (e.getCause() == null ? e : e.getCause())
                            + "): check --kafka and the file of --kafka-config",
                    e);
        }
    }

    /** Adds the meters of Kafka Streams and of its clients, and says that it is ready while it processes. */
    public void measure(Metrics metrics) {
        metrics.bind(new KafkaStreamsMetrics(streams));
        metrics.readyWhen(this::isRunning);
    }

    /** Whether all tasks are assigned and restored. */
    public boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** What stopped the processor, if something did. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Waits until the processor has stopped, by itself or by {@link #close()}. */
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public void close() {
        if (!streams.close(CLOSE_TIMEOUT)) {
            LOG.warn("the stream processor did not stop within {}", CLOSE_TIMEOUT);
        }
    }
}

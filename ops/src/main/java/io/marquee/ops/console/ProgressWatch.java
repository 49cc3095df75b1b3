package io.marquee.ops.console;

import io.marquee.ingest.publish.KafkaConnection;
import io.marquee.records.Json;
import io.marquee.records.RunProgress;
import io.marquee.records.Topics;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the topic in which runs tell how far they are, by a thread of its own. Thread-safe. */
final class ProgressWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressWatch.class);
    private static final TopicPartition PROGRESS = new TopicPartition(Topics.RUN_PROGRESS, 0);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long PAUSE_MS = 2000;

    private final KafkaConnection kafka;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::follow, "progress-watch");
    private volatile LiveRun newest;
    private String told;

    private ProgressWatch(KafkaConnection kafka) {
        this.kafka = kafka;
        thread.setDaemon(true);
    }

    static ProgressWatch start(KafkaConnection kafka) {
        ProgressWatch watch = new ProgressWatch(kafka);
        watch.thread.start();
        return watch;
    }

    /** The run that told something last, unless it told that it has ended. */
    Optional<LiveRun> newest() {
        return Optional.ofNullable(newest);
    }

    private void follow() {
        try {
            do {
                try (Consumer<byte[], byte[]> consumer = kafka.consumer()) {
                    if (!consumer.partitionsFor(PROGRESS.topic()).isEmpty()) {
                        read(consumer);
                    }
                } catch (RuntimeException e) {
                    if (closing.getCount() > 0) {
                        warn(e);
                    }
                }
            } while (!closing.await(PAUSE_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        newest = null;
        consumer.assign(List.of(PROGRESS));
        consumer.seekToBeginning(List.of(PROGRESS));
        while (closing.getCount() > 0) {
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                take(message.value());
            }
            told = null;
        }
    }

    private void take(byte[] value) {
        RunProgress progress;
        try {
            progress = Json.read(value, RunProgress.class);
            LiveRun.requireReadable(progress);
        } catch (SerializationException | IllegalArgumentException | DateTimeException e) {
            warn(e);
            return;
        }
        LiveRun before = newest;
        if (before != null && progress.runId().compareTo(before.runId()) < 0) {
            return;
        }
        if (progress.stage().equals(RunProgress.ENDED)) {
            newest = null;
        } else if (before == null || !before.runId().equals(progress.runId())) {
            newest = LiveRun.begin(progress);
        } else {
            newest = before.with(progress);
        }
    }

    /** What is said again and again is told once. */
    private void warn(RuntimeException thrown) {
        String message = String.valueOf(thrown.getMessage());
        if (!message.equals(told)) {
            told = message;
            LOG.warn("how far runs are cannot be followed ({}): it is tried again until it can", message);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closing.countDown();
        thread.interrupt();
        thread.join();
    }
}

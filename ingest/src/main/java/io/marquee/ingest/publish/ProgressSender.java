package io.marquee.ingest.publish;

import io.marquee.records.Json;
import io.marquee.records.RecordHeaders;
import io.marquee.records.RunKey;
import io.marquee.records.RunProgress;
import io.marquee.records.Topics;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends how far a run is, from a thread and with a producer of its own: a broker that is slow, refuses or is gone costs
 * the run nothing but these records. It never throws.
 */
public final class ProgressSender implements Consumer<RunProgress>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressSender.class);

    /** A run that changes its stage or file quickly has a few at a time. */
    private static final int MOST_WAITING = 64;

    private static final Duration LAST_WORD = Duration.ofSeconds(1);

    private final KafkaConnection connection;
    private final AtomicBoolean hasFailed = new AtomicBoolean();
    private final ThreadPoolExecutor thread;
    /** Used by the thread alone. */
    private Producer<byte[], byte[]> producer;

    /** @param connection to the broker, which is not asked yet */
    public ProgressSender(KafkaConnection connection) {
        this.connection = connection;
        this.thread =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(MOST_WAITING),
                        ProgressSender::daemon,
                        new ThreadPoolExecutor.DiscardPolicy()) {
                    @Override
                    protected void terminated() {
                        closeProducer();
                    }
                };
    }

    private static Thread daemon(Runnable task) {
        Thread made = new Thread(task, "progress");
        made.setDaemon(true);
        return made;
    }

    /** Sends a record some time soon, or never. */
    @Override
    public void accept(RunProgress progress) {
        thread.execute(() -> send(progress));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback keeps what the future would say.
    private void send(RunProgress progress) {
        try {
            if (producer == null) {
                producer = connection.hastyProducer();
            }
            producer.send(
                    new ProducerRecord<>(
                            Topics.RUN_PROGRESS,
                            null,
                            Json.write(new RunKey(progress.runId())),
                            Json.write(progress),
                            RecordHeaders.of(progress.runId())),
                    (metadata, exception) -> {
                        if (exception != null) {
                            failed(progress, exception);
                        }
                    });
        } catch (RuntimeException e) {
            failed(progress, e);
        }
    }

    /** One line a run: what could not be sent is of no use later. */
    private void failed(RunProgress progress, Exception exception) {
        if (hasFailed.compareAndSet(false, true)) {
            LOG.warn("run {}: how far it is could not be sent ({})", progress.runId(), exception.toString());
        }
    }

    /** Sends what waits, and gives that up after a second. */
    @Override
    public void close() {
        // A run that was stopped has its thread interrupted, which is for others to see.
        boolean interrupted = Thread.interrupted();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.getQueue().clear();
            }
        } catch (InterruptedException e) {
            thread.getQueue().clear();
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeProducer() {
        if (producer != null) {
            try {
                producer.close(LAST_WORD);
            } catch (KafkaException e) {
                LOG.warn("the sender of progress could not be closed", e);
            }
        }
    }
}

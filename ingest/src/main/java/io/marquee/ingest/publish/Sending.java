package io.marquee.ingest.publish;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** A producer that remembers the first record which could not be sent: what follows it must not go out as if nothing was. */
final class Sending implements AutoCloseable {

    private final KafkaConnection connection;
    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    // One for all records: sending is the innermost loop of a run.
    private final Callback callback = (metadata, exception) -> {
        if (exception != null) {
            failure.compareAndSet(null, exception);
        }
    };

    Sending(KafkaConnection connection) {
        this.connection = connection;
        this.producer = connection.producer();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback keeps what the future would say.
    void send(ProducerRecord<byte[], byte[]> message) {
        check();
        try {
            producer.send(message, callback);
        } catch (KafkaException e) {
            throw connection.explain(e);
        }
    }

    /** Returns once all records are acknowledged, or throws. */
    void flush() {
        producer.flush();
        check();
    }

    /**
     * Sends a record when all else has failed: what was sent before may never be acknowledged, so that the wait is short
     * and a failure is all that is left to tell.
     */
    void sendLast(ProducerRecord<byte[], byte[]> message, Duration patience) {
        try {
            producer.send(message).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException | ExecutionException | KafkaException e) {
            failure.compareAndSet(null, e);
            throw new KafkaException("the last record could not be stored: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure.compareAndSet(null, e);
            throw new KafkaException("interrupted before the last record was stored", e);
        }
    }

    private void check() {
        Exception exception = failure.get();
        if (exception != null) {
            throw connection.explain(new KafkaException("a record could not be sent: " + exception, exception));
        }
    }

    @Override
    public void close() {
        // After an error there may be records that no broker will ever take: no use in waiting for them.
        producer.close(failure.get() == null ? connection.patience() : Duration.ZERO);
    }
}

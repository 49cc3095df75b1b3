package io.marquee.ingest.measure;

import io.marquee.ingest.publish.ClientWatch;
import io.marquee.metrics.Metrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/**
 * The meters of Kafka's own clients. Each run makes new ones: they take the place of those of the run before, so that
 * nothing is kept of more than one run.
 */
public final class KafkaMeters implements ClientWatch, AutoCloseable {

    private final MeterRegistry registry;
    private KafkaClientMetrics producerMeters;
    private KafkaClientMetrics consumerMeters;

    private KafkaMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Binds clients to meters that somebody can ask for; where nobody can, to none. */
    public static ClientWatch of(Metrics metrics) {
        if (!metrics.isServed()) {
            return ClientWatch.NONE;
        }
        KafkaMeters meters = new KafkaMeters(metrics.registry());
        metrics.closeWith(meters);
        return meters;
    }

    @Override
    public synchronized void made(Producer<?, ?> producer) {
        producerMeters = inPlaceOf(producerMeters, new KafkaClientMetrics(producer));
    }

    @Override
    public synchronized void made(Consumer<?, ?> consumer) {
        consumerMeters = inPlaceOf(consumerMeters, new KafkaClientMetrics(consumer));
    }

    private KafkaClientMetrics inPlaceOf(KafkaClientMetrics before, KafkaClientMetrics now) {
        if (before != null) {
            before.close();
        }
        now.bindTo(registry);
        return now;
    }

    @Override
    public synchronized void close() {
        if (producerMeters != null) {
            producerMeters.close();
        }
        if (consumerMeters != null) {
            consumerMeters.close();
        }
    }
}

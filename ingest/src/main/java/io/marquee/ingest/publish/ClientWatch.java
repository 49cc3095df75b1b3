package io.marquee.ingest.publish;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** Is shown the clients that a run makes. */
public interface ClientWatch {

    /** Looks at none. */
    ClientWatch NONE = new ClientWatch() {
        @Override
        public void made(Producer<?, ?> producer) {}

        @Override
        public void made(Consumer<?, ?> consumer) {}
    };

    /** A producer was made. */
    void made(Producer<?, ?> producer);

    /** A consumer was made. */
    void made(Consumer<?, ?> consumer);
}

package io.marquee.ingest.run;

import io.marquee.records.Json;
import io.marquee.records.RunKey;
import io.marquee.records.RunTotals;
import io.marquee.records.Topics;
import io.marquee.settings.UserException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Waits for the stream processor's answer to a run. To be made before the barriers are sent, used by one thread. */
final class TotalsWatch {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final TopicPartition TOTALS = new TopicPartition(Topics.RUN_TOTALS, 0);

    private final Consumer<byte[], byte[]> consumer;
    private final RunSession session;

    /** Takes the topic's end, as it is now, as the place from which the answer comes. */
    TotalsWatch(Consumer<byte[], byte[]> consumer, RunSession session) {
        this.consumer = consumer;
        this.session = session;
        consumer.assign(List.of(TOTALS));
        long end = consumer.endOffsets(List.of(TOTALS)).get(TOTALS);
        consumer.seek(TOTALS, end);
    }

    /**
     * Waits.
     *
     * @param activity of the processor, which resets its time
     * @throws UserException if the processor shows no sign of work for too long
     */
    RunTotals await(ProcessorActivity activity) {
        Duration patience = session.limits().stallTimeout();
        long lastSign = System.nanoTime();
        tell(activity);
        while (true) {
            session.cancellation().check();
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                if (message.value() != null
                        && session.runId()
                                .equals(Json.read(message.key(), RunKey.class).runId())) {
                    return Json.read(message.value(), RunTotals.class);
                }
            }
            if (activity.look()) {
                lastSign = System.nanoTime();
            }
            tell(activity);
            if (System.nanoTime() - lastSign > patience.toNanos()) {
                throw new UserException("the stream processor " + activity.describe() + " for " + patience.toSeconds()
                        + " s: check that it runs, on this Kafka, and see its log; then run again");
            }
        }
    }

    private void tell(ProcessorActivity activity) {
        session.progress().at(Progress.Stage.PROCESSING, "", activity.taken(), activity.sent(), activity.taken());
    }
}

package io.marquee.ingest.run;

import io.marquee.records.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is in the topics {@link Topics#PASSING} before a run begins to publish. Once its barriers have passed all stages,
 * nobody needs that any more: the topics then hold the last reading, however often there is one. To be made before
 * anything is published.
 */
final class EarlierReadings {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierReadings.class);

    private final Admin admin;
    private final Map<TopicPartition, Long> ends;

    EarlierReadings(Admin admin, int partitions) {
        this.admin = admin;
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (String topic : Topics.PASSING) {
            for (int partition = 0; partition < partitions; partition++) {
                wanted.put(new TopicPartition(topic, partition), OffsetSpec.latest());
            }
        }
        this.ends = new HashMap<>();
        try {
            admin.listOffsets(wanted).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        } catch (ExecutionException e) {
            throw new KafkaException("cannot see how far the topics are: " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw stopped();
        }
    }

    /** Lets go of them; a broker that refuses has them until their time is over, which is no fault of the run. */
    void letGo(List<String> topics) {
        Map<TopicPartition, RecordsToDelete> before = new HashMap<>();
        ends.forEach((partition, end) -> {
            if (topics.contains(partition.topic())) {
                before.put(partition, RecordsToDelete.beforeOffset(end));
            }
        });
        try {
            admin.deleteRecords(before).all().get();
        } catch (ExecutionException e) {
            LOG.warn(
                    "earlier readings stay in {} until their time is over: {}",
                    topics,
                    e.getCause().toString());
        } catch (InterruptedException e) {
            throw stopped();
        }
    }

    private static RunStoppedException stopped() {
        Thread.currentThread().interrupt();
        return new RunStoppedException();
    }
}

package io.marquee.ingest.run;

import io.marquee.records.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Sees whether the stream processor works, without knowing its name: by the offsets that groups commit which read
 * {@code films} or {@code pages}. Not thread-safe.
 */
final class ProcessorActivity {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Admin admin;
    private final int partitions;
    private long lastLook = System.nanoTime() - BETWEEN_LOOKS.toNanos();
    private long committed = -1;
    private long taken;
    private long sent;
    private long sentAtFirst = -1;
    private long takenAtFirst;

    ProcessorActivity(Admin admin, int partitions) {
        this.admin = admin;
        this.partitions = partitions;
    }

    /** Looks, not more often than every two seconds; true if something was committed since the last look. */
    boolean look() {
        if (System.nanoTime() - lastLook < BETWEEN_LOOKS.toNanos()) {
            return false;
        }
        lastLook = System.nanoTime();
        try {
            long before = committed;
            readOffsets();
            return committed != before;
        } catch (ExecutionException e) {
            throw new KafkaException("cannot see how far the stream processor is: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunStoppedException();
        }
    }

    private void readOffsets() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> newest = new HashMap<>();
        long sum = 0;
        for (var group : admin.listGroups().all().get()) {
            Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(group.groupId())
                    .partitionsToOffsetAndMetadata()
                    .get();
            if (offsets.keySet().stream().anyMatch(ProcessorActivity::isOurs)) {
                for (Map.Entry<TopicPartition, OffsetAndMetadata> entry : offsets.entrySet()) {
                    long offset =
                            entry.getValue() == null ? 0 : entry.getValue().offset();
                    sum += offset;
                    newest.merge(entry.getKey(), offset, Math::max);
                }
            }
        }
        committed = sum;
        long takenNow = 0;
        for (Map.Entry<TopicPartition, Long> entry : newest.entrySet()) {
            takenNow += isOurs(entry.getKey()) ? entry.getValue() : 0;
        }
        if (sentAtFirst < 0) {
            sentAtFirst = ends();
            takenAtFirst = Math.min(takenNow, sentAtFirst);
        }
        taken = Math.max(0, takenNow - takenAtFirst);
        sent = sentAtFirst - takenAtFirst;
    }

    private static boolean isOurs(TopicPartition partition) {
        return partition.topic().equals(Topics.FILMS) || partition.topic().equals(Topics.PAGES);
    }

    private long ends() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            wanted.put(new TopicPartition(Topics.FILMS, partition), OffsetSpec.latest());
            wanted.put(new TopicPartition(Topics.PAGES, partition), OffsetSpec.latest());
        }
        return admin.listOffsets(wanted).all().get().values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    /** Records and barriers that the processor has taken up since the first look. */
    long taken() {
        return Math.min(taken, sent);
    }

    /** Records and barriers that were waiting at the first look. */
    long sent() {
        return sent;
    }

    /** What the processor does not do, for an error. */
    String describe() {
        return committed <= 0 ? "has not begun to read the topics films and pages" : "has shown no sign of work";
    }
}

package io.marquee.ingest.verification;

import io.marquee.ingest.publish.KafkaConnection;
import io.marquee.records.Sink;
import io.marquee.settings.UserException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Waits until the tables hold what the topics hold.
 *
 * <p>A connector has written a record once its consumer group has committed an offset past it. Thread-safe.
 */
public final class SinkSync {

    private static final long POLL_MS = 50;

    private final KafkaConnection kafka;
    private final Supplier<Optional<String>> failure;

    /**
     * @param kafka the broker
     * @param failure tells why the tables will never hold it, once that is so
     */
    public SinkSync(KafkaConnection kafka, Supplier<Optional<String>> failure) {
        this.kafka = kafka;
        this.failure = failure;
    }

    /**
     * Waits until what is in the topics now is in the tables.
     *
     * @param timeout how long at most
     * @param check called again and again; may throw
     * @throws UserException if a connector fails meanwhile, or the time is over
     */
    public void await(Duration timeout, Runnable check) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        try (Admin admin = kafka.admin()) {
            Map<TopicPartition, Long> targets = targets();
            Map<String, Long> behind = behind(admin, targets);
            while (!behind.isEmpty()) {
                check.run();
                Optional<String> reason = failure.get();
                if (reason.isPresent()) {
                    throw new UserException(reason.get() + "; the last good report stands");
                }
                if (System.nanoTime() > deadline) {
                    throw new UserException("the tables did not catch up within " + timeout.toSeconds() + " s, "
                            + describe(behind) + ": see the log, and run again");
                }
                // Kafka tells nobody that an offset was committed.
                Thread.sleep(POLL_MS);
                behind = behind(admin, targets);
            }
        } catch (ExecutionException e) {
            throw new UserException("the broker does not tell how far the tables are (" + e.getMessage() + ")", e);
        }
    }

    /** How many offsets each connector is behind, without those that are not. */
    public Map<String, Long> behind() throws InterruptedException {
        try (Admin admin = kafka.admin()) {
            return behind(admin, targets());
        } catch (ExecutionException e) {
            throw new UserException("the broker does not tell how far the tables are (" + e.getMessage() + ")", e);
        }
    }

    /** How many offsets of its topic each connector has put in its table. */
    public Map<String, Long> written() throws InterruptedException {
        try (Admin admin = kafka.admin()) {
            Map<String, Long> written = new HashMap<>();
            for (Sink sink : Sink.ALL) {
                written.put(
                        sink.connector(),
                        committed(admin, sink).values().stream()
                                .mapToLong(SinkSync::offset)
                                .sum());
            }
            return written;
        } catch (ExecutionException e) {
            throw new UserException("the broker does not tell how far the tables are (" + e.getMessage() + ")", e);
        }
    }

    private Map<TopicPartition, Long> targets() {
        List<String> topics = Sink.ALL.stream().map(Sink::topic).toList();
        try (LastRecords last = new LastRecords(kafka.scanner())) {
            return last.offsetsAfter(topics);
        }
    }

    private Map<String, Long> behind(Admin admin, Map<TopicPartition, Long> targets)
            throws ExecutionException, InterruptedException {
        Map<String, Long> behind = new HashMap<>();
        for (Sink sink : Sink.ALL) {
            Map<TopicPartition, OffsetAndMetadata> committed = committed(admin, sink);
            long records = targets.entrySet().stream()
                    .filter(target -> target.getKey().topic().equals(sink.topic()))
                    .mapToLong(target -> Math.max(0, target.getValue() - offset(committed.get(target.getKey()))))
                    .sum();
            if (records > 0) {
                behind.put(sink.connector(), records);
            }
        }
        return behind;
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, Sink sink)
            throws ExecutionException, InterruptedException {
        try {
            return admin.listConsumerGroupOffsets(Map.of(sink.group(), new ListConsumerGroupOffsetsSpec()))
                    .partitionsToOffsetAndMetadata(sink.group())
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Map.of();
            }
            throw e;
        }
    }

    private static long offset(OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private static String describe(Map<String, Long> behind) {
        return behind.entrySet().stream()
                .map(entry -> entry.getKey() + " is " + entry.getValue() + " records behind")
                .sorted()
                .collect(Collectors.joining(", "));
    }
}

package io.marquee.ops.stack;

import io.marquee.connect.Connector;
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
import org.apache.kafka.clients.admin.AdminClientConfig;
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

    private final String bootstrapServers;
    private final List<Connector> connectors;
    private final Supplier<Optional<String>> failure;

    /**
     * @param bootstrapServers where the broker is
     * @param connectors whose topics and tables
     * @param failure tells why the tables will never hold it, once that is so
     */
    public SinkSync(String bootstrapServers, List<Connector> connectors, Supplier<Optional<String>> failure) {
        this.bootstrapServers = bootstrapServers;
        this.connectors = connectors;
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
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
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
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            return behind(admin, targets());
        } catch (ExecutionException e) {
            throw new UserException("the broker does not tell how far the tables are (" + e.getMessage() + ")", e);
        }
    }

    /** How many offsets of its topic each connector has put in its table. */
    public Map<String, Long> written() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Map<String, Long> written = new HashMap<>();
            for (Connector connector : connectors) {
                written.put(
                        connector.name(),
                        committed(admin, connector).values().stream()
                                .mapToLong(SinkSync::offset)
                                .sum());
            }
            return written;
        } catch (ExecutionException e) {
            throw new UserException("the broker does not tell how far the tables are (" + e.getMessage() + ")", e);
        }
    }

    private Map<TopicPartition, Long> targets() {
        List<String> topics = connectors.stream().map(Connector::topic).toList();
        try (LastRecords last = new LastRecords(bootstrapServers)) {
            return last.offsetsAfter(topics);
        }
    }

    private Map<String, Long> behind(Admin admin, Map<TopicPartition, Long> targets)
            throws ExecutionException, InterruptedException {
        Map<String, Long> behind = new HashMap<>();
        for (Connector connector : connectors) {
            Map<TopicPartition, OffsetAndMetadata> committed = committed(admin, connector);
            long records = targets.entrySet().stream()
                    .filter(target -> target.getKey().topic().equals(connector.topic()))
                    .mapToLong(target -> Math.max(0, target.getValue() - offset(committed.get(target.getKey()))))
                    .sum();
            if (records > 0) {
                behind.put(connector.name(), records);
            }
        }
        return behind;
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, Connector connector)
            throws ExecutionException, InterruptedException {
        try {
            return admin.listConsumerGroupOffsets(Map.of(connector.group(), new ListConsumerGroupOffsetsSpec()))
                    .partitionsToOffsetAndMetadata(connector.group())
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

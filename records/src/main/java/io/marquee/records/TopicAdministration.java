package io.marquee.records;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Makes the topics that are missing, as every program of the pipeline does at its start, in any order; and has the
 * ingestor say how long records stay.
 */
public final class TopicAdministration {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private TopicAdministration() {}

    /**
     * Makes the topics that are missing and leaves the others as they are.
     *
     * @param partitions of the topics that are processed in parallel, where they are missing
     * @return how many partitions {@code films} and {@code pages} have
     * @throws IllegalStateException if the two differ
     * @throws ExecutionException for what the broker answered
     */
    public static int ensureTopics(Admin admin, int partitions) throws ExecutionException, InterruptedException {
        List<NewTopic> topics = Topics.all(partitions, Optional.empty());
        Map<String, KafkaFuture<Void>> made = admin.createTopics(topics).values();
        List<String> names = new ArrayList<>();
        for (NewTopic topic : topics) {
            names.add(topic.name());
            try {
                made.get(topic.name()).get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
        Map<String, TopicDescription> described = described(admin, names);
        int films = described.get(Topics.FILMS).partitions().size();
        int pages = described.get(Topics.PAGES).partitions().size();
        int aliases = described.get(Topics.FILM_ALIASES).partitions().size();
        if (films != pages || films != aliases) {
            throw new IllegalStateException(
                    "the topics films, pages and film-aliases must have as many partitions, but have %d, %d and %d: reset, or make them anew"
                            .formatted(films, pages, aliases));
        }
        return films;
    }

    /**
     * Has records stay in the topics {@link Topics#PASSING} for so long, in those that there are already too.
     *
     * @throws ExecutionException for what the broker answered
     */
    public static void retain(Admin admin, Duration retention) throws ExecutionException, InterruptedException {
        List<ConfigResource> topics = Topics.PASSING.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        String wanted = Long.toString(retention.toMillis());
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        admin.describeConfigs(topics).all().get().forEach((topic, settings) -> {
            if (!wanted.equals(settings.get(TopicConfig.RETENTION_MS_CONFIG).value())) {
                ConfigEntry entry = new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, wanted);
                changes.put(topic, List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET)));
            }
        });
        if (!changes.isEmpty()) {
            admin.incrementalAlterConfigs(changes).all().get();
        }
    }

    /** A topic that was just made is unknown until the broker has heard of it from its controller. */
    private static Map<String, TopicDescription> described(Admin admin, List<String> names)
            throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return admin.describeTopics(names).allTopicNames().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > deadline) {
                    throw e;
                }
                // Kafka tells nobody when it has.
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }
}

package io.marquee.ops.console;

import io.marquee.processor.ProcessorSettings;
import io.marquee.records.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Asks a broker how it fares, and how the stream processor does that reads from it. Thread-safe.
 *
 * @param admin of the broker
 */
record KafkaHealth(Admin admin) {

    static final String BROKER = "broker";
    static final String PROCESSOR = "processor";

    private static final List<String> READ = List.of(Topics.FILMS, Topics.PAGES);

    PartHealth broker() throws ExecutionException, InterruptedException {
        int brokers = admin.describeCluster().nodes().get().size();
        int topics = admin.listTopics().names().get().size();
        return PartHealth.up(BROKER, count(brokers, "broker") + ", " + count(topics, "topic"));
    }

    PartHealth processor() throws ExecutionException, InterruptedException {
        ConsumerGroupDescription group;
        try {
            group = admin.describeConsumerGroups(List.of(ProcessorSettings.APPLICATION))
                    .all()
                    .get()
                    .get(ProcessorSettings.APPLICATION);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return PartHealth.down(PROCESSOR, "no instance has started yet");
            }
            throw e;
        }
        String waiting = waiting(waiting());
        String detail = count(instances(group), "instance") + " with "
                + count(group.members().size(), "thread") + "; " + waiting;
        if (group.groupState() == GroupState.STABLE) {
            return PartHealth.up(PROCESSOR, detail);
        }
        return group.members().isEmpty()
                ? PartHealth.down(PROCESSOR, "no instance is up; " + waiting)
                : PartHealth.degraded(PROCESSOR, "tasks are being handed out: " + detail);
    }

    /** A thread's client is called by its instance and its number. */
    private static int instances(ConsumerGroupDescription group) {
        Set<String> instances = group.members().stream()
                .map(member -> member.clientId().replaceFirst("-StreamThread-.*", ""))
                .collect(Collectors.toSet());
        return instances.size();
    }

    private long waiting() throws ExecutionException, InterruptedException {
        Set<String> there = admin.listTopics().names().get();
        List<TopicPartition> partitions =
                admin
                        .describeTopics(READ.stream().filter(there::contains).toList())
                        .allTopicNames()
                        .get()
                        .values()
                        .stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                        .toList();
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(ProcessorSettings.APPLICATION)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, Long> first = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> end = offsets(partitions, OffsetSpec.latest());
        return partitions.stream()
                .mapToLong(partition -> Math.max(
                        0,
                        end.get(partition)
                                - (committed.get(partition) == null
                                        ? first.get(partition)
                                        : committed.get(partition).offset())))
                .sum();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listOffsets(partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> which)))
                .all()
                .get()
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    /** Says how many records are still to be taken up. */
    static String waiting(long records) {
        return count(records, "record") + (records == 1 ? " waits" : " wait");
    }

    static String count(long number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }
}

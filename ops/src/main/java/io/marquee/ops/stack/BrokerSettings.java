package io.marquee.ops.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Settings for a broker that is alone: nothing is replicated, little is held in memory, nothing is waited for. */
final class BrokerSettings {

    /** Name of the controller's listener. */
    static final String CONTROLLER = "CONTROLLER";

    private BrokerSettings() {}

    static Properties of(int node, Path directory, int port, int controllerPort) {
        Properties properties = new Properties();
        properties.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", Integer.toString(node)),
                // Voters from the settings and not from the log, so that the port may change between starts.
                Map.entry("controller.quorum.voters", node + "@127.0.0.1:" + controllerPort),
                Map.entry("controller.listener.names", CONTROLLER),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                Map.entry("inter.broker.listener.name", "PLAINTEXT"),
                Map.entry("log.dirs", directory.resolve("data").toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("default.replication.factor", "1"),
                Map.entry("min.insync.replicas", "1"),
                Map.entry("num.partitions", "1")));
        properties.putAll(Map.ofEntries(
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("transaction.max.timeout.ms", "900000"),
                // What a killed instance of the processor left open holds everybody up until it is looked at.
                Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("group.consumer.min.heartbeat.interval.ms", "1000"),
                Map.entry("offsets.retention.minutes", "525600"),
                Map.entry("initial.broker.registration.timeout.ms", "20000"),
                // A broker that was killed is taken back only when the session of its earlier life is over.
                Map.entry("broker.session.timeout.ms", "3000"),
                Map.entry("broker.heartbeat.interval.ms", "500")));
        properties.putAll(Map.ofEntries(
                Map.entry("log.retention.hours", "168"),
                Map.entry("log.segment.bytes", Integer.toString(128 << 20)),
                // The offsets of four connectors and a processor are few; their topics, too, are cleaned by segments.
                Map.entry("offsets.topic.segment.bytes", Integer.toString(8 << 20)),
                Map.entry("transaction.state.log.segment.bytes", Integer.toString(8 << 20)),
                // A single run is over within a minute: what it lets go of is to leave the disk before it stops.
                Map.entry("log.initial.task.delay.ms", "1000"),
                Map.entry("log.retention.check.interval.ms", "10000"),
                Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20)),
                Map.entry("log.cleaner.io.buffer.size", Integer.toString(128 << 10)),
                Map.entry("log.index.size.max.bytes", Integer.toString(1 << 20)),
                Map.entry("metadata.log.segment.bytes", Integer.toString(16 << 20)),
                Map.entry("metadata.max.retention.bytes", Integer.toString(64 << 20)),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("num.recovery.threads.per.data.dir", "2"),
                Map.entry("background.threads", "2"),
                Map.entry("queued.max.requests", "100")));
        return properties;
    }
}

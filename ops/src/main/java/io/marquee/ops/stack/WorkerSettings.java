package io.marquee.ops.stack;

import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.provider.FileConfigProvider;
import org.apache.kafka.connect.json.JsonConverter;

/** Settings for a Connect worker that is alone. */
final class WorkerSettings {

    /** How often offsets are committed: what waits for the tables waits this much longer. */
    private static final String COMMIT_MS = "250";

    private WorkerSettings() {}

    static Map<String, String> of(Path directory, Path plugins, String bootstrapServers) {
        return Map.ofEntries(
                Map.entry("bootstrap.servers", bootstrapServers),
                Map.entry("listeners", "http://127.0.0.1:0"),
                Map.entry("rest.advertised.host.name", "127.0.0.1"),
                Map.entry("key.converter", JsonConverter.class.getName()),
                Map.entry("value.converter", JsonConverter.class.getName()),
                Map.entry(
                        "offset.storage.file.filename",
                        directory.resolve("offsets").toString()),
                Map.entry("offset.flush.interval.ms", COMMIT_MS),
                Map.entry("plugin.path", plugins.toString()),
                Map.entry("plugin.discovery", "service_load"),
                Map.entry("task.shutdown.graceful.timeout.ms", "10000"),
                Map.entry("config.providers", "file"),
                Map.entry("config.providers.file.class", FileConfigProvider.class.getName()),
                Map.entry("config.providers.file.param.allowed.paths", directory.toString()),
                Map.entry("consumer.max.partition.fetch.bytes", Integer.toString(4 << 20)),
                Map.entry("consumer.fetch.max.bytes", Integer.toString(8 << 20)));
    }
}

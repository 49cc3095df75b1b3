package io.marquee.ops.stack;

import java.nio.file.Path;

/**
 * What an embedded stack is made of.
 *
 * @param data the data directory: all state, the lock and the logs
 * @param cache where PostgreSQL's programs are unpacked once for all data directories
 * @param plugins the folder with the Connect plugins
 * @param partitions of the topics that are processed in parallel, where they do not exist yet
 */
public record StackOptions(Path data, Path cache, Path plugins, int partitions) {

    /** Makes the paths absolute. */
    public StackOptions {
        data = data.toAbsolutePath().normalize();
        cache = cache.toAbsolutePath().normalize();
        plugins = plugins.toAbsolutePath().normalize();
    }
}

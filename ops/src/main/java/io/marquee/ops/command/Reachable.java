package io.marquee.ops.command;

import io.marquee.ops.pipeline.Pipeline;
import java.util.List;

/** Tells where a stack can be reached. */
final class Reachable {

    private Reachable() {}

    static List<String> lines(Pipeline pipeline) throws InterruptedException {
        return List.of(
                "The stack is up, until Ctrl-C:",
                "  Kafka     " + pipeline.stack().broker().bootstrapServers(),
                "  Postgres  " + pipeline.stack().database().jdbcUrl() + "?user=marquee",
                "  Connect   "
                        + pipeline.stack()
                                .connect()
                                .map(connect -> connect.url().toString())
                                .orElse("-"));
    }
}

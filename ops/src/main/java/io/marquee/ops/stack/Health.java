package io.marquee.ops.stack;

import java.util.Optional;

/**
 * Whether the services that were started still work.
 *
 * @param broker what is wrong with the broker, in one line; empty if nothing is
 * @param database what is wrong with the database
 * @param connect what is wrong with Connect or a connector
 */
public record Health(Optional<String> broker, Optional<String> database, Optional<String> connect) {

    /** What is wrong, the root first: a connector fails because its database or broker has. */
    public Optional<String> failure() {
        return database.or(() -> broker).or(() -> connect);
    }
}

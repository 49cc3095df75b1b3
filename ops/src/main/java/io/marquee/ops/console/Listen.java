package io.marquee.ops.console;

import java.util.Locale;
import java.util.Set;

/**
 * Where the console can be reached.
 *
 * @param address of this machine
 * @param port 0 for any that is free
 * @param hosts names by which it may be asked besides those of this machine's loopback, in small letters
 */
public record Listen(String address, int port, Set<String> hosts) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public Listen {
        hosts = Set.copyOf(hosts);
    }

    /** Whether it may be asked by a name. */
    boolean isKnown(String host) {
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(name) || hosts.contains(name);
    }
}

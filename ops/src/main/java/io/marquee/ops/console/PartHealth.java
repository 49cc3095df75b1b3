package io.marquee.ops.console;

/**
 * How a part of the stack fares.
 *
 * @param name of the part
 * @param state {@code up}, {@code degraded}, {@code down} or {@code unknown}
 * @param detail for a person, in one line
 */
record PartHealth(String name, String state, String detail) {

    static PartHealth up(String name, String detail) {
        return new PartHealth(name, "up", detail);
    }

    static PartHealth degraded(String name, String detail) {
        return new PartHealth(name, "degraded", detail);
    }

    static PartHealth down(String name, String detail) {
        return new PartHealth(name, "down", detail);
    }

    static PartHealth unknown(String name, String detail) {
        return new PartHealth(name, "unknown", detail);
    }
}

package io.marquee.connect.worker;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a connector fares.
 *
 * @param name its name
 * @param state what Connect calls it: {@code RUNNING}, {@code FAILED}, …, the worst of the connector's and its tasks'
 * @param failure the innermost cause in one line, if it or a task of it failed
 * @param lostConnection whether it failed because the connection to the database was lost or refused
 */
public record ConnectorState(String name, String state, Optional<String> failure, boolean lostConnection) {

    private static final String RUNNING = "RUNNING";
    private static final String FAILED = "FAILED";
    private static final String CAUSED_BY = "Caused by: ";

    /**
     * What the driver and PostgreSQL say when a server stops, is stopped, starts, or is killed. A connector that is
     * started meanwhile says only that it could not ask the database for its dialect.
     */
    private static final Pattern LOST =
            Pattern.compile("connection has been closed|I/O error occurred|Connection.* refused"
                    + "|Connection reset|connection attempt failed|terminating connection|the database system is"
                    + "|rollback against JDBC Connection|EOFException|SocketException"
                    + "|Unable to acquire JDBC Connection|Connections could not be acquired"
                    + "|Unable to determine Dialect without JDBC metadata");

    /**
     * The connector itself, or one of its tasks.
     *
     * @param state what Connect calls it
     * @param trace the stack trace of what it failed with, else null
     */
    public record Part(String state, String trace) {}

    /** A connector of which no more is known. */
    public static ConnectorState of(String name, String state) {
        return new ConnectorState(name, state, Optional.empty(), false);
    }

    /** A connector by itself and its tasks; without a task it only starts, whatever it says. */
    public static ConnectorState of(String name, Part connector, List<Part> tasks) {
        List<Part> parts = Stream.concat(Stream.of(connector), tasks.stream()).toList();
        return parts.stream()
                .filter(part -> part.state().equals(FAILED))
                .findFirst()
                .map(part -> failed(name, part.trace()))
                .orElseGet(() -> of(name, state(parts)));
    }

    private static String state(List<Part> parts) {
        return parts.stream()
                .map(Part::state)
                .filter(state -> !state.equals(RUNNING))
                .findFirst()
                .orElse(parts.size() > 1 ? RUNNING : "STARTING");
    }

    /** Whether it and all its tasks work. */
    public boolean isRunning() {
        return state.equals(RUNNING);
    }

    /** Its name and state, with the cause of a failure, in one line. */
    public String describe() {
        return name + " is " + state + failure.map(cause -> " (" + cause + ")").orElse("");
    }

    static ConnectorState failed(String name, String trace) {
        boolean lost = trace != null && LOST.matcher(trace).find();
        return new ConnectorState(name, FAILED, Optional.of(cause(trace)), lost);
    }

    /** The innermost cause that a stack trace names, without the class and the stack. */
    private static String cause(String trace) {
        if (trace == null || trace.isBlank()) {
            return "no reason given";
        }
        String innermost = trace.lines()
                .filter(line -> line.startsWith(CAUSED_BY))
                .reduce(trace.lines().findFirst().orElseThrow(), (earlier, later) -> later);
        return innermost.replaceFirst("^" + CAUSED_BY, "").replaceFirst("^[\\w.$]+(Exception|Error): (?=.)", "");
    }
}

package io.marquee.ops.stack;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorStateInfo;

/**
 * How a connector fares.
 *
 * @param name its name
 * @param state what Connect calls it: {@code RUNNING}, {@code FAILED}, …, the worst of the connector's and its tasks'
 * @param failure the innermost cause in one line, if it or a task of it failed
 * @param lostConnection whether it failed because the connection to the database was lost or refused
 */
public record ConnectorState(String name, String state, Optional<String> failure, boolean lostConnection) {

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
                    + "|Unable to determine Dialect without JDBC metadata");

    /** A connector that is not known to have failed. */
    static ConnectorState of(String name, String state) {
        return new ConnectorState(name, state, Optional.empty(), false);
    }

    static ConnectorState of(ConnectorStateInfo info) {
        return Stream.concat(Stream.of(info.connector()), info.tasks().stream())
                .filter(part -> part.state().equals(FAILED))
                .findFirst()
                .map(part -> failed(info.name(), part.trace()))
                .orElseGet(() -> of(
                        info.name(),
                        info.tasks().isEmpty()
                                ? info.connector().state()
                                : info.tasks().get(0).state()));
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

package io.marquee.ops.stack;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorStateInfo;

/**
 * How a connector fares.
 *
 * @param name its name
 * @param state what Connect calls it: {@code RUNNING}, {@code FAILED}, …, the worst of the connector's and its tasks'
 * @param failure the innermost cause in one line, if it or a task of it failed
 */
public record ConnectorState(String name, String state, Optional<String> failure) {

    private static final String FAILED = "FAILED";
    private static final String CAUSED_BY = "Caused by: ";

    static ConnectorState of(ConnectorStateInfo info) {
        return Stream.concat(Stream.of(info.connector()), info.tasks().stream())
                .filter(part -> part.state().equals(FAILED))
                .findFirst()
                .map(part -> new ConnectorState(info.name(), FAILED, Optional.of(cause(part.trace()))))
                .orElseGet(() -> new ConnectorState(
                        info.name(),
                        info.tasks().isEmpty()
                                ? info.connector().state()
                                : info.tasks().get(0).state(),
                        Optional.empty()));
    }

    /** The innermost cause that a stack trace names, without the class and the stack. */
    static String cause(String trace) {
        if (trace == null || trace.isBlank()) {
            return "no reason given";
        }
        String innermost = trace.lines()
                .filter(line -> line.startsWith(CAUSED_BY))
                .reduce(trace.lines().findFirst().orElseThrow(), (earlier, later) -> later);
        return innermost.replaceFirst("^" + CAUSED_BY, "").replaceFirst("^[\\w.$]+(Exception|Error): (?=.)", "");
    }
}

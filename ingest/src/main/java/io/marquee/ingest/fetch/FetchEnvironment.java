package io.marquee.ingest.fetch;

import java.util.Map;
import java.util.Optional;

/** The environment variables that give access to stores. Never shows their values. */
public final class FetchEnvironment {

    private final Map<String, String> variables;

    /** @param variables of the process, or others in tests */
    public FetchEnvironment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** The first of these variables that is set and not empty. */
    Optional<String> first(String... names) {
        for (String name : names) {
            String value = variables.getOrDefault(name, "");
            if (!value.isBlank()) {
                return Optional.of(value.trim());
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "environment";
    }
}

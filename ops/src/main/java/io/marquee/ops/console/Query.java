package io.marquee.ops.console;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a request asks for behind its path.
 *
 * @param values by name, the first where a name stands twice
 */
record Query(Map<String, String> values) {

    Query {
        values = Map.copyOf(values);
    }

    /** A request that cannot be understood; the message is for whoever sent it. */
    static final class WrongException extends RuntimeException {

        private static final long serialVersionUID = 1;

        WrongException(String message) {
            super(message);
        }
    }

    /** A text, empty if it is not given. */
    String text(String name) {
        return values.getOrDefault(name, "");
    }

    Optional<String> given(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** @throws WrongException for what is no whole number from 0 to the most */
    int number(String name, int usual, int most) {
        String text = text(name);
        if (text.isEmpty()) {
            return usual;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw outOfRange(name, text, most);
        }
        throw outOfRange(name, text, most);
    }

    private static WrongException outOfRange(String name, String text, int most) {
        return new WrongException(name + " must be a whole number from 0 to " + most + ", not '" + text + "'");
    }

    /** @throws WrongException for another one */
    String oneOf(String name, Set<String> allowed, String usual) {
        String text = given(name).orElse(usual);
        if (!allowed.contains(text)) {
            throw new WrongException(name + " must be one of "
                    + String.join(", ", allowed.stream().sorted().toList()) + ", not '" + text + "'");
        }
        return text;
    }
}

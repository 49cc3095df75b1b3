package io.marquee.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The variables of the environment that stand for options. */
final class Variables {

    static final String PREFIX = "MARQUEE_";

    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*[a-z]");

    private Variables() {}

    /** Such as {@code MARQUEE_MIN_BUDGET} for {@code min-budget}. */
    static String of(String key) {
        return PREFIX + key.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Says of the options in a message which variables have set them, for whoever has set no option but a variable. */
    static String tellWhoSet(String message, Map<String, String> environment, String... arguments) {
        Predicate<String> isArgument = option ->
                Stream.of(arguments).anyMatch(argument -> argument.equals(option) || argument.startsWith(option + "="));
        List<String> variables = options(message)
                .filter(isArgument.negate())
                .map(option -> of(option.substring(2)))
                .filter(variable -> !environment.getOrDefault(variable, "").isBlank())
                .toList();
        return variables.isEmpty() ? message : message + " (set by " + String.join(", ", variables) + ")";
    }

    /** Says which variables can be set in place of the options in a message. */
    static String tellWhatToSet(String message) {
        List<String> variables =
                options(message).map(option -> of(option.substring(2))).toList();
        return variables.isEmpty() ? message : message + ", in the environment " + String.join(", ", variables);
    }

    private static Stream<String> options(String message) {
        return OPTION.matcher(message).results().map(MatchResult::group).distinct();
    }
}

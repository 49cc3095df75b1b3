package io.marquee.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts a wrong command line into one line. */
final class ArgumentError {

    private ArgumentError() {}

    static String describe(ParameterException exception) {
        CommandSpec command = exception.getCommandLine().getCommandSpec();
        String what = exception instanceof UnmatchedArgumentException unmatched
                ? unknown(command, unmatched.getUnmatched().get(0))
                : exception instanceof MissingParameterException
                        ? Variables.tellWhatToSet(lowerCase(exception.getMessage()))
                        : lowerCase(exception.getMessage());
        return what + " (see " + command.qualifiedName() + " --help)";
    }

    private static String unknown(CommandSpec command, String argument) {
        boolean option = argument.startsWith("-");
        String typed = option ? argument.replaceFirst("=.*", "") : argument;
        List<String> names = option
                ? command.options().stream().map(OptionSpec::longestName).toList()
                : command.subcommands().values().stream()
                        .map(CommandLine::getCommandName)
                        .toList();
        Optional<String> nearest = Nearest.to(typed, names);
        String kind = option ? "option " : names.isEmpty() ? "argument " : "command ";
        return "unknown " + kind + typed
                + nearest.map(name -> ": did you mean " + name + "?").orElse("");
    }

    private static String lowerCase(String message) {
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }
}

package io.marquee.settings;

import java.util.Map;
import java.util.function.Consumer;
import picocli.CommandLine;

/** Runs a picocli command as every program of Marquee does: settings, exit codes, errors in one line. */
public final class Commands {

    /** Exit code of a run that failed for a reason that is ours. */
    public static final int FAILED = 1;

    /** Exit code of an error that the user can mend: a wrong option, a broken input, an unreachable service. */
    public static final int USER_ERROR = 2;

    private Commands() {}

    /**
     * Runs a command and says how the process should end.
     *
     * @param command the picocli command object
     * @param environment the process's environment
     * @param unexpected told of an exception that is not the user's, for the log
     * @param arguments the command line
     * @return the exit code: 0, {@link #FAILED} or {@link #USER_ERROR}
     */
    public static int run(
            Object command, Map<String, String> environment, Consumer<Throwable> unexpected, String... arguments) {
        CommandLine line = new CommandLine(command);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        try {
            line.setDefaultValueProvider(SettingsProvider.read(line, environment));
        } catch (UserException e) {
            return report(line, e.getMessage());
        }
        line.setExecutionExceptionHandler((exception, parsed, result) -> {
            if (exception instanceof UserException e) {
                return report(parsed, Variables.tellWhoSet(e.getMessage(), environment, arguments));
            }
            unexpected.accept(exception);
            parsed.getErr().println("marquee: failed: " + oneLine(exception.toString()));
            return FAILED;
        });
        line.setParameterExceptionHandler((exception, rest) -> report(
                exception.getCommandLine(),
                Variables.tellWhoSet(ArgumentError.describe(exception), environment, arguments)));
        try {
            return line.execute(arguments);
        } catch (Error e) {
            // Such as no memory left, or a class that is missing: not for a terminal either.
            unexpected.accept(e);
            line.getErr().println("marquee: failed: " + oneLine(e.toString()));
            return FAILED;
        }
    }

    private static int report(CommandLine line, String message) {
        line.getErr().println("marquee: " + oneLine(message));
        return USER_ERROR;
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s*\\R\\s*", " ");
    }
}

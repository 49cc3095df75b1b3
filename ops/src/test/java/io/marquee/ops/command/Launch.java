package io.marquee.ops.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquee.settings.Commands;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What came of a command that was run in this process.
 *
 * @param exitCode how the process would have ended
 * @param output what it wrote to stdout, by lines; of another process, nothing
 * @param errors what it wrote to stderr, by lines
 */
public record Launch(int exitCode, List<String> output, List<String> errors) {

    /** Runs the launcher. */
    public static Launch of(Map<String, String> environment, String... arguments) {
        return of(new Marquee(), environment, arguments);
    }

    /** Runs any of the programs. */
    public static Launch of(Object command, Map<String, String> environment, String... arguments) {
        PrintStream outBefore = System.out;
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        List<Throwable> unexpected = new ArrayList<>();
        int exitCode;
        try (PrintStream output = new PrintStream(said, true, UTF_8);
                PrintStream errors = new PrintStream(written, true, UTF_8)) {
            System.setOut(output);
            System.setErr(errors);
            exitCode = Commands.run(command, environment, unexpected::add, arguments);
        } finally {
            System.setOut(outBefore);
            System.setErr(before);
        }
        if (!unexpected.isEmpty()) {
            throw new AssertionError("not an error of the user", unexpected.get(0));
        }
        return new Launch(
                exitCode,
                said.toString(UTF_8).lines().toList(),
                written.toString(UTF_8).lines().toList());
    }
}

package io.marquee.ops.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs. They refuse to run as root; there they run in a user namespace of their own, in which
 * they are nobody and yet own their files.
 */
final class PostgresPrograms {

    private static final long LONGEST_SECONDS = 120;

    private final Path home;
    private final List<String> prefix;

    PostgresPrograms(Path home) throws IOException, InterruptedException {
        this.home = home;
        this.prefix = isRoot() ? asNobody() : List.of();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static List<String> asNobody() throws IOException, InterruptedException {
        List<String> unshare = List.of("unshare", "--user", "--");
        try {
            List<String> probe = new ArrayList<>(unshare);
            probe.add("true");
            Process process = new ProcessBuilder(probe)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() == 0) {
                return unshare;
            }
        } catch (IOException e) {
            throw new UserException(
                    "PostgreSQL does not run as root, and the command unshare is missing: run marquee as another user,"
                            + " or install util-linux",
                    e);
        }
        throw new UserException(
                "PostgreSQL does not run as root, and this system allows no user namespaces: run marquee"
                        + " as another user");
    }

    /**
     * Runs a program to its end.
     *
     * @return what it wrote
     * @throws IOException if it fails, with the last that it wrote
     */
    String run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        // A file, not a pipe: a server that outlives its starter would keep a pipe open.
        Path output = Files.createTempFile("marquee-" + program, ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(program + " did not end within " + LONGEST_SECONDS + " s");
            }
            String text = Files.readString(output, UTF_8).trim();
            if (process.exitValue() != 0) {
                throw new IOException(program + " failed: " + lastLine(text));
            }
            return text;
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static String lastLine(String text) {
        List<String> said = text.lines()
                .filter(line -> line.contains("error") || line.contains("FATAL") || line.contains("could not"))
                .toList();
        return said.isEmpty() ? text.substring(text.lastIndexOf('\n') + 1) : said.get(0);
    }
}

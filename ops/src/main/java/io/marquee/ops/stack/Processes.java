package io.marquee.ops.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the JDK does not tell of other processes. */
public final class Processes {

    /** In {@code /proc/PID/stat} the state follows the name, which is in parentheses and may hold any character. */
    private static final Pattern ENDED = Pattern.compile("\\d+ \\(.*\\) [ZX] .*", Pattern.DOTALL);

    /** Start times are told in whole seconds since the machine's start, which is told in whole seconds, too. */
    private static final Duration INACCURACY = Duration.ofSeconds(3);

    private Processes() {}

    /** The process of a number, if it works: one that has ended, and that nobody has asked how, does not. */
    static Optional<ProcessHandle> working(long pid) {
        return ProcessHandle.of(pid).filter(Processes::works);
    }

    static boolean works(ProcessHandle process) {
        return process.isAlive() && !hasEnded(process.pid());
    }

    /**
     * Whether a process that left its number in a file still works.
     *
     * @param pid the number
     * @param file the file; a process that began after it was written only has the same number
     */
    public static boolean wrote(long pid, Path file) throws IOException {
        Instant latest = Files.getLastModifiedTime(file).toInstant().plus(INACCURACY);
        return working(pid)
                .filter(process -> process.info()
                        .startInstant()
                        .map(started -> !started.isAfter(latest))
                        .orElse(true))
                .isPresent();
    }

    private static boolean hasEnded(long pid) {
        try {
            return ENDED.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "stat")))
                    .matches();
        } catch (IOException e) {
            // There is no such file but on Linux, nor there once the process is gone.
            return false;
        }
    }
}

package io.marquee.ops.drills;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the project in a JVM of its own, to be watched and killed. */
final class JavaProcess implements AutoCloseable {

    private static final long STOP_SECONDS = 40;

    private final Process process;
    private final Path log;
    private final long logStart;

    private JavaProcess(Process process, Path log, long logStart) {
        this.process = process;
        this.log = log;
        this.logStart = logStart;
    }

    /**
     * Starts a program.
     *
     * @param logs the folder of its log, in which what it prints is also kept
     * @param options of the JVM
     * @param main the program
     * @param arguments its command line
     */
    static JavaProcess start(Path logs, List<String> options, Class<?> main, String... arguments) throws IOException {
        Files.createDirectories(logs);
        Path log = logs.resolve("marquee.log");
        long logStart = Files.exists(log) ? Files.size(log) : 0;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Dmarquee.log.dir=" + logs);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(logs.resolve("out.log").toFile()))
                .start();
        return new JavaProcess(process, log, logStart);
    }

    /** Whether a text is in what it has logged. */
    boolean hasLogged(String text) throws IOException {
        return logged().contains(text);
    }

    /** What it has logged. */
    String logged() throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        byte[] bytes = Files.readAllBytes(log);
        return new String(bytes, (int) logStart, bytes.length - (int) logStart, UTF_8);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Tells it to end, and waits for that. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                kill();
                throw new IllegalStateException("the process did not stop within " + STOP_SECONDS + " s, see " + log);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

package io.marquee.ops.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The launcher as a process of its own. */
record LaunchedProcess(Process process, Path errors) implements AutoCloseable {

    static LaunchedProcess start(Path logs, String... arguments) throws IOException {
        Path errors = Files.createTempFile("marquee", ".errors");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dmarquee.home=" + System.getProperty("marquee.home"),
                "-Dmarquee.plugins=" + System.getProperty("marquee.plugins"),
                "-Dmarquee.log.dir=" + logs,
                Marquee.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile())
                .start();
        return new LaunchedProcess(process, errors);
    }

    /** Waits for its end. */
    Launch end() throws IOException, InterruptedException {
        int exitCode = process.waitFor();
        return new Launch(exitCode, List.of(), Files.readAllLines(errors, UTF_8));
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(errors);
    }
}

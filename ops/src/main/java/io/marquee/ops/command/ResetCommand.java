package io.marquee.ops.command;

import io.marquee.ops.stack.EmbeddedStack;
import io.marquee.ops.stack.StackInfo;
import io.marquee.settings.Commands;
import io.marquee.settings.UserException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Forgets everything. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Delete all state of a data directory: topics, stores, tables, history. Asks first.")
final class ResetCommand implements Callable<Integer> {

    /** What a stack keeps in its data directory; nothing else is touched. */
    private static final List<String> STATE =
            List.of("kafka", "postgres", "connect", "streams", "logs", "stack.json", "control.json");

    @Option(names = "--dry-run", description = "Only tell what would be deleted.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException {
        Path path = data.path();
        if (StackInfo.find(path).isPresent()) {
            throw new UserException("a stack is up on " + path + ": stop it first");
        }
        List<Path> there =
                STATE.stream().map(path::resolve).filter(Files::exists).toList();
        if (there.isEmpty()) {
            System.out.println("there is nothing in " + path);
            return 0;
        }
        System.out.println(
                (dryRun ? "This would be deleted" : "This deletes") + ", with all reports and their history:");
        for (Path item : there) {
            System.out.printf("  %s (%,d MB)%n", item, size(item) >> 20);
        }
        if (dryRun) {
            return 0;
        }
        if (!yes && !confirmed()) {
            System.out.println("Nothing was deleted.");
            return Commands.FAILED;
        }
        // Taken, so that no stack starts on it meanwhile.
        try (EmbeddedStack stack = EmbeddedStack.open(Home.stack(path, 1))) {
            for (Path item : there) {
                delete(item);
            }
        }
        System.out.println("Deleted.");
        return 0;
    }

    private static boolean confirmed() throws IOException {
        System.out.print("Type yes to go on: ");
        System.out.flush();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        return "yes".equals(in.readLine());
    }

    private static long size(Path item) throws IOException {
        try (Stream<Path> files = Files.walk(item)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }

    private static void delete(Path item) throws IOException {
        try (Stream<Path> files = Files.walk(item)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

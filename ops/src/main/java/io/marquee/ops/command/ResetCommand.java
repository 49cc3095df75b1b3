package io.marquee.ops.command;

import io.marquee.ops.stack.EmbeddedStack;
import io.marquee.ops.stack.StackInfo;
import io.marquee.settings.Commands;
import io.marquee.settings.UserException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Forgets everything. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description =
                "Delete all state of a data directory: topics and consumer groups, the processor's stores, tables,"
                        + " history. Asks first. Fetched sources stay.")
final class ResetCommand implements Callable<Integer> {

    /** What a stack keeps in its data directory, and what that is; nothing else is touched. */
    private static final Map<String, String> STATE = new TreeMap<>(Map.of(
            "kafka", "topics and consumer groups",
            "postgres", "tables: films, reports, runs",
            "connect", "how far the tables are",
            "streams", "the processor's stores",
            "logs", "logs",
            "stack.json", "where a stack was up",
            "control.json", "where a schedule was on"));

    @Option(names = "--dry-run", description = "Tell what would be deleted, and delete nothing.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException {
        Path path = data.path();
        boolean up = StackInfo.find(path).isPresent();
        if (up && !dryRun) {
            throw new UserException("a stack is up on " + path + ": stop it first");
        }
        List<Path> there =
                STATE.keySet().stream().map(path::resolve).filter(Files::exists).toList();
        if (there.isEmpty()) {
            System.out.println("there is nothing in " + path);
            return 0;
        }
        System.out.println(
                (dryRun ? "This would be deleted" : "This deletes") + ", with all reports and their history:");
        table(there).lines().forEach(System.out::println);
        if (dryRun) {
            System.out.println("Nothing was deleted" + (up ? "; a stack is up, which is to be stopped before." : "."));
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

    private static TextTable table(List<Path> there) throws IOException {
        TextTable table = new TextTable(List.of("what", "size", "where"), List.of(false, true, false));
        long total = 0;
        for (Path item : there) {
            long size = size(item);
            total += size;
            table.add(List.of(STATE.get(item.getFileName().toString()), megabytes(size), item.toString()));
        }
        table.add(List.of("all", megabytes(total), ""));
        return table;
    }

    private static long size(Path item) throws IOException {
        AtomicLong size = new AtomicLong();
        Files.walkFileTree(item, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                size.addAndGet(attributes.size());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    // A stack that is up deletes files of its own.
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
        return size.get();
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }

    private static boolean confirmed() throws IOException {
        System.out.print("Type yes to go on: ");
        System.out.flush();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        return "yes".equals(in.readLine());
    }

    private static void delete(Path item) throws IOException {
        try (Stream<Path> files = Files.walk(item)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

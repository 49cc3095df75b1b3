package io.marquee.ops.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log files of a data directory, as {@code log4j2.xml} has them written.
 *
 * @param files the oldest first
 */
public record RunLog(List<Path> files) {

    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);
    private static final Pattern NAME = Pattern.compile("marquee(?:-(\\d+))?\\.log");
    private static final Pattern EVENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*");

    /** The logs in a folder; none if there is no such folder. */
    public static RunLog of(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new RunLog(List.of());
        }
        try (Stream<Path> found = Files.list(folder)) {
            return new RunLog(found.filter(file -> number(file) > 0)
                    .sorted(Comparator.comparingInt(RunLog::number))
                    .toList());
        }
    }

    /** Those that were written to after a moment; one that is gone meanwhile is left out. */
    public RunLog since(Instant moment) throws IOException {
        List<Path> written = new ArrayList<>();
        for (Path file : files) {
            try {
                if (!Files.getLastModifiedTime(file).toInstant().isBefore(moment)) {
                    written.add(file);
                }
            } catch (NoSuchFileException e) {
                LOG.debug("a log was let go while it was looked for", e);
            }
        }
        return new RunLog(written);
    }

    /** Whether a line begins an event; others belong to the event before them. */
    public static boolean beginsEvent(String line) {
        return EVENT.matcher(line).matches();
    }

    /** The higher the newer, and the one without a number the newest; 0 for another file. */
    private static int number(Path file) {
        Matcher matcher = NAME.matcher(file.getFileName().toString());
        if (!matcher.matches()) {
            return 0;
        }
        return matcher.group(1) == null ? Integer.MAX_VALUE : Integer.parseInt(matcher.group(1));
    }

    /**
     * Reads the events that name a run, with the lines that belong to them, such as a stack trace.
     *
     * @return how many lines there were
     */
    public long forEachLine(String run, Consumer<String> reader) throws IOException {
        long lines = 0;
        for (Path file : files) {
            try (BufferedReader in = open(file)) {
                boolean named = false;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    named = beginsEvent(line) ? line.contains(run) : named;
                    if (named) {
                        reader.accept(line);
                        lines++;
                    }
                }
            }
        }
        return lines;
    }

    /** A process that was killed may have left half a letter. */
    private static BufferedReader open(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(
                Files.newInputStream(file), UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)));
    }
}

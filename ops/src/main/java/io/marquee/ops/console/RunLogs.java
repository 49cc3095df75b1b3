package io.marquee.ops.console;

import io.marquee.ops.history.RunLog;
import io.marquee.records.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the logs of all processes say of a run.
 *
 * @param folder a process's logs, or a folder for each of several processes
 */
record RunLogs(Path folder) {

    private static final String PART = "logs";
    private static final int MOST_LINES = 2000;
    private static final Pattern RUN = Pattern.compile("\\d{8}T\\d{6}\\.\\d{3}Z");

    /** So long is the moment at a line's beginning, to the millisecond. */
    private static final int MOMENT = 23;

    /**
     * The lines.
     *
     * @param lines in the order of time
     * @param cut whether there were more, of which these are the newest
     * @param note why there are none, else null
     */
    record Lines(List<String> lines, boolean cut, String note) {}

    /** An event with the lines that belong to it. */
    private record Event(String moment, List<String> lines) {}

    PartHealth health() {
        return Files.isReadable(folder)
                ? PartHealth.up(PART, "in " + folder)
                : PartHealth.degraded(PART, folder + " cannot be read: the pages of runs have no log");
    }

    /** The newest lines that name the run. */
    Lines of(String runId) throws IOException {
        if (!RUN.matcher(runId).matches()) {
            throw new Query.WrongException("'" + runId + "' is no run's id");
        }
        List<Event> events = new ArrayList<>();
        boolean cut = false;
        for (Path folderOfOne : folders()) {
            cut |= read(RunLog.of(folderOfOne).since(RunId.start(runId)), runId, events);
        }
        List<String> lines = events.stream()
                .sorted(Comparator.comparing(Event::moment))
                .flatMap(event -> event.lines().stream())
                .toList();
        cut |= lines.size() > MOST_LINES;
        return new Lines(
                lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()),
                cut,
                lines.isEmpty()
                        ? "The log has no line of it (any more): of each process only the newest 80 MB are kept."
                        : null);
    }

    private static boolean read(RunLog log, String runId, List<Event> events) throws IOException {
        Deque<String> newest = new ArrayDeque<>();
        long lines = log.forEachLine(runId, line -> {
            newest.add(line);
            if (newest.size() > MOST_LINES) {
                newest.removeFirst();
            }
        });
        Event event = new Event("", new ArrayList<>());
        for (String line : newest) {
            if (RunLog.beginsEvent(line)) {
                event = new Event(line.substring(0, Math.min(MOMENT, line.length())), new ArrayList<>());
                events.add(event);
            }
            event.lines().add(line);
        }
        return lines > MOST_LINES;
    }

    private List<Path> folders() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return Stream.concat(
                            Stream.of(folder), found.filter(Files::isDirectory).sorted())
                    .toList();
        }
    }
}

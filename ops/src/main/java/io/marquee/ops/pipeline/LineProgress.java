package io.marquee.ops.pipeline;

import io.marquee.ingest.run.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Prints a line every ten seconds, for where there is no terminal. */
public final class LineProgress implements Progress {

    private static final long INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();

    private final PrintStream out;
    private Stage stageBefore;
    private String sourceBefore = "";
    private long stageStarted;
    private long printed = System.nanoTime();

    /** @param out where to print */
    public LineProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void at(Stage stage, String source, long done, long total, long records) {
        long now = System.nanoTime();
        if (stage != stageBefore || !source.equals(sourceBefore)) {
            stageBefore = stage;
            sourceBefore = source;
            stageStarted = now;
        }
        if (now - printed >= INTERVAL_NANOS) {
            printed = now;
            out.println(line(stage, source, done, total, records, (now - stageStarted) / 1e9));
        }
    }

    static String line(Progress.Stage stage, String source, long done, long total, long records, double seconds) {
        StringBuilder line = new StringBuilder(stage.name().toLowerCase(Locale.ROOT));
        if (!source.isEmpty()) {
            line.append(' ').append(source);
        }
        if (total > 0) {
            line.append(String.format(Locale.ROOT, ": %.1f %%", 100.0 * done / total));
            if (stage != Stage.PROCESSING) {
                line.append(String.format(Locale.ROOT, " of %,d MB", total >> 20));
            }
        }
        if (records > 0 && seconds > 0) {
            line.append(String.format(Locale.ROOT, ", %,d records, %,.0f/s", records, records / seconds));
        }
        if (total > 0 && done > 0 && done < total) {
            line.append(String.format(Locale.ROOT, ", %,.0f s left", seconds * (total - done) / done));
        }
        return line.toString();
    }
}

package io.marquee.ops.pipeline;

import io.marquee.records.PipelineRun;
import io.marquee.records.RankBy;
import io.marquee.records.RunState;
import io.marquee.records.SourceCounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a person is told of a run that ended. */
public final class Outcome {

    private Outcome() {}

    /** The lines to print. */
    public static List<String> lines(RunResult result) {
        PipelineRun run = result.run();
        List<String> lines = new ArrayList<>();
        lines.add(headline(run));
        if (run.state() == RunState.UNCHANGED) {
            lines.add("  Neither the sources nor the settings have changed: nothing was read, nothing was written.");
        } else {
            lines.add("  films      " + counts(run.films()));
            lines.add("  wikipedia  " + counts(run.wikipedia()));
            if (run.filmCount() != null) {
                lines.add(text(
                        "  %,d films, %,d with a page (%.1f %%), %,d ranked; the report has %,d rows",
                        run.filmCount(),
                        run.matched(),
                        100.0 * run.matched() / Math.max(1, run.filmCount()),
                        run.ranked(),
                        run.reportRows()));
            }
        }
        if (run.error() != null) {
            lines.add((run.state() == RunState.FAILED ? "  error: " : "  suspect: ") + run.error());
        }
        if (run.state() == RunState.SUSPECT) {
            lines.add("  The report before this one stays in place; --show-suspect shows this one nevertheless.");
        }
        if (!result.best().isEmpty()) {
            lines.add("");
            lines.addAll(best(result));
        }
        return lines;
    }

    private static String headline(PipelineRun run) {
        double seconds = Duration.between(run.startedAt(), run.endedAt()).toMillis() / 1000.0;
        return text("Run %s %s after %.1f s", run.runId(), run.state().name().toLowerCase(Locale.ROOT), seconds);
    }

    private static String counts(SourceCounts counts) {
        if (!counts.changed()) {
            return "has not changed and was not read";
        }
        return text(
                "%,d read = %,d published + %,d rejected; %s seen by the processor",
                counts.read(),
                counts.published(),
                counts.rejected(),
                counts.seen() == null ? "none" : text("%,d", counts.seen()));
    }

    private static List<String> best(RunResult result) {
        boolean byRatio = result.run().settings().rankBy() == RankBy.RATIO;
        List<String> lines = new ArrayList<>();
        lines.add(text(
                "%4s  %-40s %15s %15s %9s  %s",
                "rank", "film", "budget", "revenue", byRatio ? "ratio" : "return", "page"));
        for (RunResult.Best row : result.best()) {
            lines.add(text(
                    "%4d  %-40s %,15d %,15d %9s  %s",
                    row.rank(),
                    cut(row.title() + (row.year() == 0 ? "" : " (" + row.year() + ")")),
                    row.budget(),
                    row.revenue(),
                    byRatio ? text("%.3f", row.ratio()) : text("%,.1f", row.returnOnBudget()),
                    row.url() == null ? "-" : row.url()));
        }
        return lines;
    }

    private static String cut(String title) {
        return title.length() <= 40 ? title : title.substring(0, 39) + "…";
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}

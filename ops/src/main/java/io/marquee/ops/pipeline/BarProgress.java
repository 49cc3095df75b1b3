package io.marquee.ops.pipeline;

import io.marquee.ingest.run.Progress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Draws a bar for each stage of a run, for a terminal. */
public final class BarProgress implements Progress, AutoCloseable {

    private static final int UPDATE_MS = 200;
    private static final long MEGABYTE = 1L << 20;

    private String shown = "";
    private ProgressBar bar;
    private long startedAt;

    @Override
    public synchronized void at(Stage stage, String source, long done, long total, long records) {
        String name = name(stage, source);
        if (!name.equals(shown)) {
            close();
            shown = name;
            startedAt = System.nanoTime();
            bar = builder(stage, name).setInitialMax(total == 0 ? -1 : total).build();
        }
        if (total > 0) {
            bar.maxHint(total);
        }
        bar.stepTo(done);
        double seconds = Math.max(0.001, (System.nanoTime() - startedAt) / 1e9);
        bar.setExtraMessage(records == 0 ? "" : String.format(" %,d records, %,.0f/s", records, records / seconds));
    }

    private static ProgressBarBuilder builder(Stage stage, String name) {
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName(name)
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setUpdateIntervalMillis(UPDATE_MS)
                .showSpeed();
        return stage == Stage.PROCESSING ? builder.setUnit(" records", 1) : builder.setUnit(" MB", MEGABYTE);
    }

    private static String name(Stage stage, String source) {
        return switch (stage) {
            case FETCHING -> "fetching " + source;
            case CHECKING -> "looking at " + source;
            case SCANNING -> "scanning " + source;
            case PUBLISHING -> "reading " + source;
            case PROCESSING -> "processing";
            case VERIFYING -> "writing and verifying tables";
        };
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}

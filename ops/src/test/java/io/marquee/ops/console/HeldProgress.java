package io.marquee.ops.console;

import io.marquee.ingest.run.Progress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds a run up where it has published, until it is let go, so that there is time to look at it. */
final class HeldProgress implements Progress {

    private static final int PATIENCE_SECONDS = 60;

    private final CountDownLatch go = new CountDownLatch(1);

    @Override
    public void at(Stage stage, String source, long done, long total, long records) {
        if (stage == Stage.PROCESSING) {
            try {
                if (!go.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody let the run go on");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void letGo() {
        go.countDown();
    }
}

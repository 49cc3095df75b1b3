package io.marquee.ops.pipeline;

import io.marquee.ops.stack.EmbeddedStack;
import io.marquee.records.PipelineRun;
import io.marquee.settings.UserException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Waits for the row of a run that has ended. */
final class StoryRow {

    private static final String ENDED = "select from pipeline_run where run_id = ? and ended_at is not null";
    private static final long POLL_MS = 5;

    private StoryRow() {}

    /**
     * Waits.
     *
     * @param timeout how long at most
     * @param check called again and again; may throw
     * @throws UserException if a service fails meanwhile, or the time is over
     */
    static void await(EmbeddedStack stack, PipelineRun run, Duration timeout, Runnable check)
            throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        try (Connection connection = stack.database().dataSource().getConnection();
                PreparedStatement ended = connection.prepareStatement(ENDED)) {
            ended.setString(1, run.runId());
            while (!isThere(ended)) {
                check.run();
                Optional<String> reason = stack.health().failure();
                if (reason.isPresent()) {
                    throw new UserException(reason.get() + "; the last good report stands");
                }
                if (System.nanoTime() > deadline) {
                    throw new UserException("the table pipeline_run did not take up the run " + run.runId() + " within "
                            + timeout.toSeconds() + " s: see the log, and run again");
                }
                // The database tells nobody that a row has come.
                Thread.sleep(POLL_MS);
            }
        } catch (SQLException e) {
            throw new UserException("the tables cannot be read (" + e.getMessage() + "): run again", e);
        }
    }

    private static boolean isThere(PreparedStatement ended) throws SQLException {
        try (ResultSet found = ended.executeQuery()) {
            return found.next();
        }
    }
}

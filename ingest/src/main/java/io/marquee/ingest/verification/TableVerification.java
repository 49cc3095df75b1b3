package io.marquee.ingest.verification;

import io.marquee.ingest.publish.KafkaConnection;
import io.marquee.ingest.run.Verification;
import io.marquee.records.PipelineRun;
import io.marquee.settings.UserException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Verifies a run by what is in the tables.
 *
 * @param tables the database
 * @param topics the broker
 * @param settings how
 * @param sync waits until the tables hold what the topics hold
 */
public record TableVerification(DataSource tables, KafkaConnection topics, VerificationSettings settings, Sync sync)
        implements Verification {

    /** Waits for the tables. */
    @FunctionalInterface
    public interface Sync {

        /** Returns once the tables hold what the topics hold. */
        void await() throws InterruptedException;
    }

    @Override
    public List<String> findings(PipelineRun run) throws InterruptedException {
        sync.await();
        try (Connection connection = tables.getConnection()) {
            connection.setAutoCommit(false);
            List<Checked> checked = Rules.check(new Subject(run, connection, topics), settings.mostPoints());
            connection.rollback();
            return checked.stream()
                    .map(Checked::finding)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (SQLException e) {
            throw new UserException("the tables cannot be verified (" + e.getMessage() + "): run again", e);
        }
    }

    @Override
    public boolean showsSuspect() {
        return settings.showSuspect();
    }
}

package io.marquee.ops.command;

import io.marquee.ingest.VerificationOptions;
import io.marquee.ingest.publish.KafkaConnection;
import io.marquee.ingest.verification.Checked;
import io.marquee.ingest.verification.Rules;
import io.marquee.ingest.verification.Subject;
import io.marquee.ops.history.StoredRuns;
import io.marquee.ops.stack.EmbeddedStack;
import io.marquee.ops.stack.StackInfo;
import io.marquee.records.PipelineRun;
import io.marquee.records.RunState;
import io.marquee.settings.Commands;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Verifies the newest run by hand. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Look by all rules at what the newest run has made, as is done after each run; exit code 1 if one"
                + " is broken.")
final class VerifyCommand implements Callable<Integer> {

    private static final Duration SINK_TIMEOUT = Duration.ofMinutes(15);

    @Mixin
    private VerificationOptions verification;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        double mostPoints = verification.settings(false).mostPoints();
        Path path = data.path();
        Optional<StackInfo> running = StackInfo.find(path);
        if (running.isPresent()) {
            StackInfo stack = running.get();
            return verify(stack.bootstrapServers(), stack.jdbcUrl(), mostPoints, true);
        }
        Database.requireState(path);
        try (EmbeddedStack stack = EmbeddedStack.open(Home.stack(path, 1))) {
            stack.start();
            // A process that was killed may have left records on their way to the tables.
            stack.sinkSync().await(SINK_TIMEOUT, () -> {});
            return verify(stack.broker().bootstrapServers(), stack.database().jdbcUrl(), mostPoints, false);
        }
    }

    private static int verify(String bootstrapServers, String jdbcUrl, double mostPoints, boolean isUp) {
        KafkaConnection topics = KafkaConnection.to(bootstrapServers);
        try (Connection connection = Database.connect(jdbcUrl)) {
            connection.setAutoCommit(false);
            if (isUp && newestIsRunning(connection)) {
                throw new UserException("a run is on, which is verified at its end: see ./marquee status");
            }
            PipelineRun run = StoredRuns.newestWithReport(connection).stream()
                    .findFirst()
                    .orElseThrow(
                            () -> new UserException("no run has made a report yet: do a run first, ./marquee run"));
            List<Checked> checked = Rules.check(new Subject(run, connection, topics), mostPoints);
            connection.rollback();
            System.out.println("Run " + run.runId() + " (" + run.state().name().toLowerCase(Locale.ROOT) + ")");
            checked.forEach(one ->
                    System.out.println("  " + one.rule() + ": " + one.finding().orElse("ok")));
            return checked.stream().allMatch(one -> one.finding().isEmpty()) ? 0 : Commands.FAILED;
        } catch (SQLException e) {
            throw new UserException("the tables cannot be verified: " + e.getMessage(), e);
        } catch (KafkaException e) {
            throw topics.explain(e);
        }
    }

    private static boolean newestIsRunning(Connection connection) throws SQLException {
        return StoredRuns.newest(connection, 1).stream().anyMatch(run -> run.state() == RunState.RUNNING);
    }
}

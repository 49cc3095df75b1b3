package io.marquee.ingest.verification;

import io.marquee.records.PipelineRun;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The report has as many rows as were asked for, or as there are ranked films. */
record ReportSize() implements Rule {

    @Override
    public String name() {
        return "report rows = those asked for, or all ranked films";
    }

    @Override
    public Optional<String> finding(Subject subject) throws SQLException {
        PipelineRun run = subject.run();
        long ranked = run.ranked() == null ? 0 : run.ranked();
        long due = Math.min(run.settings().top(), ranked);
        long stored = stored(subject);
        return stored == due
                ? Optional.empty()
                : Optional.of("the report has %d rows instead of %d, of %d ranked films and %d asked for"
                        .formatted(stored, due, ranked, run.settings().top()));
    }

    private static long stored(Subject subject) throws SQLException {
        try (PreparedStatement count =
                subject.tables().prepareStatement("select count(*) from movie_report_row where run_id = ?")) {
            count.setString(1, subject.run().runId());
            try (ResultSet found = count.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }
}

package io.marquee.ingest.verification;

import io.marquee.records.PipelineRun;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/**
 * The share of films with a page has not fallen much. It is compared with that of the last run that succeeded over
 * films of the same location: another collection of films has another share.
 *
 * @param mostPoints by how many percentage points it may fall
 */
record LinkedShare(double mostPoints) implements Rule {

    private static final String BEFORE = "select run_id, 100.0 * matched / film_count from pipeline_run"
            + " where state = 'succeeded' and run_id < ? and films_location = ? and film_count > 0"
            + " order by run_id desc limit 1";

    @Override
    public String name() {
        return "share of films with a page at most " + mostPoints + " points lower";
    }

    @Override
    public Optional<String> finding(Subject subject) throws SQLException {
        PipelineRun run = subject.run();
        double share = run.filmCount() == null || run.filmCount() == 0 ? 0 : 100.0 * run.matched() / run.filmCount();
        try (PreparedStatement before = subject.tables().prepareStatement(BEFORE)) {
            before.setString(1, run.runId());
            before.setString(2, run.films().location());
            try (ResultSet found = before.executeQuery()) {
                return found.next() && found.getDouble(2) - share > mostPoints
                        ? Optional.of(String.format(
                                Locale.ROOT,
                                "%.1f %% of the films have a page, after %.1f %% in run %s: more than %s points lower",
                                share,
                                found.getDouble(2),
                                found.getString(1),
                                mostPoints))
                        : Optional.empty();
            }
        }
    }
}

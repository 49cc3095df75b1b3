package io.marquee.ingest.verification;

import io.marquee.records.Topics;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All rules. */
public final class Rules {

    private Rules() {}

    /**
     * Looks at a run by all rules, one after the other.
     *
     * @param mostPoints by how many percentage points the share of films with a page may fall
     */
    public static List<Checked> check(Subject subject, double mostPoints) throws SQLException {
        List<Checked> checked = new ArrayList<>();
        for (Rule rule : all(mostPoints)) {
            checked.add(new Checked(rule.name(), rule.finding(subject)));
        }
        return checked;
    }

    private static List<Rule> all(double mostPoints) {
        return List.of(
                new Sums(),
                new Counts(),
                new ReportSize(),
                NoneFound.BAD_RANKS,
                NoneFound.BAD_RATIOS,
                new ReportOrder(),
                new TopicEqualsTable(Topics.ENRICHED_FILMS, "film"),
                new TopicEqualsTable(Topics.MOVIE_REPORT, "movie_report_row"),
                new LinkedShare(mostPoints),
                NoneFound.SHARED_PAGES);
    }
}

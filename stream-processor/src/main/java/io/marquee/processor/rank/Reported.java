package io.marquee.processor.rank;

import io.marquee.records.ReportKey;
import io.marquee.records.ReportRow;
import io.marquee.records.RunTotals;

/**
 * What the ranking publishes: one of the two.
 *
 * @param row a row of a report, or one that is let go
 * @param totals the run's totals
 */
public record Reported(Row row, RunTotals totals) {

    /**
     * A change of the topic {@code movie-report}.
     *
     * @param key the row
     * @param content null for a row that is let go
     */
    public record Row(ReportKey key, ReportRow content) {}
}

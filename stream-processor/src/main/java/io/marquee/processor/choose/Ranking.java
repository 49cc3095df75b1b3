package io.marquee.processor.choose;

import io.marquee.records.RankBy;
import io.marquee.records.ReportRow;
import java.util.Comparator;

/** The order of the report; complete, so that films of one score keep their places from run to run. */
public final class Ranking {

    private Ranking() {}

    /** The best first: by the score, among equals the one with more votes, then the one with the smaller id. */
    public static Comparator<ReportRow> order(RankBy rankBy) {
        Comparator<ReportRow> score =
                Comparator.comparingDouble(rankBy == RankBy.RATIO ? ReportRow::ratio : ReportRow::returnOnBudget);
        return score.reversed()
                .thenComparing(Comparator.comparingLong(ReportRow::votes).reversed())
                .thenComparingLong(ReportRow::filmId);
    }
}

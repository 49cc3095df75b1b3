package io.marquee.records;

/**
 * What a run was asked for; it travels on the barrier, so that all stages rank by the same settings.
 *
 * @param top how many films the report has at most
 * @param rankBy the order
 * @param minBudget films with a smaller budget are not ranked, US dollars
 * @param minRevenue films with a smaller revenue are not ranked, US dollars
 * @param reportsKept how many reports stay as history, the newest included; at least 2
 */
public record RunSettings(int top, RankBy rankBy, long minBudget, long minRevenue, int reportsKept) {

    /** The settings that hold where nothing else is said. */
    public static final RunSettings DEFAULT = new RunSettings(1000, RankBy.RETURN, 10_000, 10_000, 20);

    /** @throws IllegalArgumentException for a number out of its range */
    public RunSettings {
        require(top >= 1, "top must be at least 1, not " + top);
        require(minBudget >= 1, "the least budget must be at least 1, not " + minBudget);
        require(minRevenue >= 1, "the least revenue must be at least 1, not " + minRevenue);
        // The report before the newest is what readers see until the newest is complete.
        require(reportsKept >= 2, "at least 2 reports must be kept, not " + reportsKept);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}

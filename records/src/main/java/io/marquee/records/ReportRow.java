package io.marquee.records;

import java.util.List;

/**
 * One row of a run's report; the run and the rank are its key, and stand here too for those who read the topic.
 *
 * @param runId see {@link RunId}
 * @param rank 1 for the first
 * @param filmId the TMDB id
 * @param title the film's title
 * @param year of the release
 * @param budget US dollars
 * @param revenue US dollars
 * @param ratio budget / revenue
 * @param returnOnBudget revenue / budget
 * @param rating average of the votes, 0 to 10
 * @param votes number of votes
 * @param productionCompanies names
 * @param genres names
 * @param wikipediaUrl address of the film's page
 * @param wikipediaAbstract what the page says first
 */
public record ReportRow(
        String runId,
        int rank,
        long filmId,
        String title,
        Integer year,
        long budget,
        long revenue,
        double ratio,
        double returnOnBudget,
        Double rating,
        long votes,
        List<String> productionCompanies,
        List<String> genres,
        String wikipediaUrl,
        String wikipediaAbstract) {

    /** The same row at another rank. */
    public ReportRow withRank(int newRank) {
        return new ReportRow(
                runId,
                newRank,
                filmId,
                title,
                year,
                budget,
                revenue,
                ratio,
                returnOnBudget,
                rating,
                votes,
                productionCompanies,
                genres,
                wikipediaUrl,
                wikipediaAbstract);
    }
}

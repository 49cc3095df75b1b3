package io.marquee.records;

import java.util.List;

/**
 * What the stream processor counted by the time a run's barriers had passed its last stage.
 *
 * @param runId see {@link RunId}
 * @param filmsSeen records of the run that came by the topic {@code films}
 * @param pagesSeen records of the run that came by the topic {@code pages}
 * @param films films there are
 * @param matched films with a page
 * @param ranked films that could be ranked
 * @param reportRows rows of the report
 * @param problems what was found missing; when there is any, no report was published
 */
public record RunTotals(
        String runId,
        long filmsSeen,
        long pagesSeen,
        long films,
        long matched,
        long ranked,
        int reportRows,
        List<String> problems) {}

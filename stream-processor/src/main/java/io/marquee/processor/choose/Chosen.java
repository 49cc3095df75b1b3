package io.marquee.processor.choose;

import io.marquee.processor.flow.Flow;
import io.marquee.records.EnrichedFilm;
import io.marquee.records.ReportRow;

/**
 * What comes of a film at the barrier: one of the two.
 *
 * @param published a film that changed; a null film is one that has gone
 * @param ranked a film for the ranking, or the barrier
 */
public record Chosen(Published published, Flow<ReportRow> ranked) {

    /**
     * A change of the topic {@code enriched-films}.
     *
     * @param film null for a film that has gone
     */
    public record Published(EnrichedFilm film) {}
}

package io.marquee.records;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A film with how its money did and its page; flat on the topic. Null where a thing is not known.
 *
 * @param film the film
 * @param year of the release
 * @param ratio budget / revenue, where both are known
 * @param returnOnBudget revenue / budget, where both are known
 * @param wikipediaTitle title of its page
 * @param wikipediaUrl address of its page
 * @param wikipediaAbstract what the page says first
 * @param matchMethod how the page was found
 * @param matchConfidence how likely the page is the film's, 0 to 1
 * @param matchEvidence what spoke for the page and against it, to read
 * @param matchCandidates the likeliest pages, the best first: confidence, title and what spoke for and against it
 * @param notRankedReason why the film is not ranked; null if it is
 */
public record EnrichedFilm(
        @JsonUnwrapped Film film,
        Integer year,
        Double ratio,
        Double returnOnBudget,
        String wikipediaTitle,
        String wikipediaUrl,
        String wikipediaAbstract,
        String matchMethod,
        Double matchConfidence,
        String matchEvidence,
        List<String> matchCandidates,
        String notRankedReason) {}

package io.marquee.processor.join;

import io.marquee.processor.pages.CandidatePage;

/**
 * A page as the join keeps it.
 *
 * @param page as it came last
 * @param run the run that brought it last
 */
public record StoredPage(CandidatePage page, String run) {}

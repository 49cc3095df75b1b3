package io.marquee.processor.choose;

import io.marquee.processor.pages.CandidatePage;

/**
 * A film's page.
 *
 * @param page the page
 * @param method how it was found
 * @param confidence how likely it is the film's, 0 to 1
 * @param evidence what spoke for it and against it, to read
 */
public record Match(CandidatePage page, String method, double confidence, String evidence) {}

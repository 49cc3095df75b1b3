package io.marquee.processor.join;

import io.marquee.processor.pages.CandidatePage;

/**
 * A page that shares a title key with a film, or no longer does.
 *
 * @param filmId the film
 * @param title the page's title
 * @param page the page; null if it is a candidate no longer
 */
public record Candidate(long filmId, String title, CandidatePage page) {}

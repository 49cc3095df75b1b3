package io.marquee.processor.join;

import io.marquee.processor.pages.CandidatePage;

/**
 * A page that shares a title key with a film, or no longer does. A film and a page may share more than one key: each makes
 * a candidate of its own, which goes with its key.
 *
 * @param filmId the film
 * @param titleKey the key that they share
 * @param title the page's title
 * @param page the page; null if it is a candidate no longer
 * @param olderNamesake whether an older film without a page of its year bears the title too: a page that gives no year is
 *     rather that film's
 */
public record Candidate(long filmId, String titleKey, String title, CandidatePage page, boolean olderNamesake) {

    /** The same pair, which is no candidate any more. */
    Candidate ended() {
        return new Candidate(filmId, titleKey, title, null, false);
    }
}

package io.marquee.processor.flow;

/**
 * What has been counted for a run so far.
 *
 * @param filmsSeen records that came by the topic {@code films}
 * @param pagesSeen records that came by the topic {@code pages}
 * @param films films there are
 * @param matched films with a page
 * @param ranked films that could be ranked
 */
public record Tally(long filmsSeen, long pagesSeen, long films, long matched, long ranked) {

    /** Nothing counted. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(
                filmsSeen + other.filmsSeen,
                pagesSeen + other.pagesSeen,
                films + other.films,
                matched + other.matched,
                ranked + other.ranked);
    }
}

package io.marquee.ops.evaluation;

/**
 * How many links are right.
 *
 * @param linked films that the pipeline linked
 * @param right of those, linked to their page
 * @param known films that have a page
 */
public record Score(int linked, int right, int known) {

    /** Nothing counted yet. */
    public static final Score NONE = new Score(0, 0, 0);

    /** With one film more. */
    Score with(Truth truth, Link link) {
        boolean isRight = link != null && link.page().equals(truth.page());
        return new Score(
                linked + (link == null ? 0 : 1), right + (isRight ? 1 : 0), known + (truth.page() == null ? 0 : 1));
    }

    /** Of the links, the share that is right. */
    public double precision() {
        return linked == 0 ? 1 : right / (double) linked;
    }

    /** Of the films that have a page, the share that is linked to it. */
    public double recall() {
        return known == 0 ? 1 : right / (double) known;
    }

    /** The harmonic mean of both. */
    public double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }
}

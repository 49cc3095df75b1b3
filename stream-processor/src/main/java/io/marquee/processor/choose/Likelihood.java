package io.marquee.processor.choose;

import io.marquee.processor.join.Candidate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The order of a film's candidates, whatever the order in which they came. */
final class Likelihood {

    /** What of them is published. */
    private static final int PUBLISHED = 5;

    private static final Comparator<Candidate> LIKELIEST = Comparator.comparing(Candidate::isLink)
            .thenComparing(Candidate::odds)
            .thenComparing(candidate -> candidate.page().filmEvidence())
            .reversed()
            .thenComparing(Candidate::title);

    private Likelihood() {}

    /** The likeliest first. */
    static List<Candidate> order(Collection<Candidate> candidates) {
        return candidates.stream().sorted(LIKELIEST).toList();
    }

    /** The likeliest of them, each as a line to read. */
    static List<String> lines(List<Candidate> likeliestFirst) {
        return likeliestFirst.stream()
                .limit(PUBLISHED)
                .map(candidate -> candidate.confidence() + " | " + candidate.title() + " | " + candidate.words())
                .toList();
    }
}

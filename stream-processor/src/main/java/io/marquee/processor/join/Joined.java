package io.marquee.processor.join;

import io.marquee.processor.films.FilmName;
import io.marquee.processor.flow.Flow;

/**
 * What the join sends: one of the two.
 *
 * @param candidate for the choice
 * @param ledOn a film that an alias leads on to another title key, which is the join's again
 */
public record Joined(Flow<Candidate> candidate, Flow<FilmName> ledOn) {}

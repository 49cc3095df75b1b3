package io.marquee.processor.join;

import io.marquee.processor.pages.Alias;

/**
 * An alias as the join keeps it.
 *
 * @param alias the alias
 * @param run the run that brought it last
 */
public record StoredAlias(Alias alias, String run) {}

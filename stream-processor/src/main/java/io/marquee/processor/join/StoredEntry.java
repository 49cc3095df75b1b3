package io.marquee.processor.join;

import io.marquee.processor.pages.PageEntry;

/**
 * A page or an alias as the join keeps it.
 *
 * @param entry as it came last
 * @param run the run that brought it last
 */
public record StoredEntry(PageEntry entry, String run) {}

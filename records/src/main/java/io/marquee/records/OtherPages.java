package io.marquee.records;

import java.util.List;

/**
 * Pages that cannot be a film's, many in one record: nine of ten pages of a dump are such, and one record for each would
 * cost more than all that is done with the others. They count as pages sent and seen.
 *
 * @param otherTitles the articles' titles
 */
public record OtherPages(List<String> otherTitles) {}

package io.marquee.records;

/**
 * Key of a page.
 *
 * @param title the article's title
 */
public record PageKey(String title) {}

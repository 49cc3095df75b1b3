package io.marquee.records;

/**
 * Key of a rejected record.
 *
 * @param source {@code films}, {@code wikipedia}, or the topic of a record that could not be processed
 * @param place where in the source: file and line, file and number of the page, or partition and offset
 */
public record RejectedKey(String source, String place) {}

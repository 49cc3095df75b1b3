package io.marquee.records;

/**
 * Key of a rejected record.
 *
 * @param source {@code films} or {@code wikipedia}; of what the processor could not send on, the topic that it came by
 * @param place where in the source: file and line, file and number of the page, or partition and offset
 */
public record RejectedKey(String source, String place) {}

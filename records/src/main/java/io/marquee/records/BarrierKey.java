package io.marquee.records;

/**
 * Key of a barrier.
 *
 * @param barrier the run that it closes
 */
public record BarrierKey(String barrier) {}

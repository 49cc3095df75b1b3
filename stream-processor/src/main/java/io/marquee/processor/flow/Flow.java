package io.marquee.processor.flow;

import java.util.Objects;

/**
 * What a stage receives: an item or a barrier.
 *
 * @param <T> the items
 * @param item null for a barrier
 * @param barrier null for an item
 */
public record Flow<T>(T item, StageBarrier barrier) {

    /** An item. */
    public static <T> Flow<T> item(T item) {
        return new Flow<>(Objects.requireNonNull(item), null);
    }

    /** A barrier. */
    public static <T> Flow<T> barrier(StageBarrier barrier) {
        return new Flow<>(null, Objects.requireNonNull(barrier));
    }

    /** Whether it is a barrier. */
    public boolean isBarrier() {
        return barrier != null;
    }
}

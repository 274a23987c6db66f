package org.shuqi.decision.fact;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Table} rests on: values by term id that do not change.
 *
 * @param <V> what is kept
 */
interface Base<V> {

    /** What is kept under the key; for the table only, which turns nothing into an empty answer. */
    @Nullable V get(int key);

    boolean has(int key);

    int size();

    /** Every key, in no order. */
    IntStream keys();

    /** The part of its size, as a divisor, that the changes over it may reach before they are worth merging. */
    int share();

    /** The same after the changes; an empty one takes the key away. */
    Base<V> with(Map<Integer, Optional<V>> changes);
}

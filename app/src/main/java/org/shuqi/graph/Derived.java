package org.shuqi.graph;

/**
 * A registered {@link Derivation}: asks for its value at the head without a transaction.
 *
 * @param <T> what is derived
 */
public interface Derived<T> {

    /** The value of the newest committed revision; never blocks. */
    T current();
}

package org.shuqi.decision.fact;

/**
 * How one kind of value is written as bytes and read again.
 *
 * @param <V> the kind
 */
interface Form<V> {

    /** Writes what is kept under the key, in one byte at least. */
    void write(int key, V value, Writing to);

    /** Reads it, from where it began. */
    V read(int key, Reading from);
}

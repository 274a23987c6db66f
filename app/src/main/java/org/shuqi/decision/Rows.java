package org.shuqi.decision;

import java.time.Instant;
import java.util.stream.Stream;

/**
 * The rows of one list question, at one instant and one revision.
 *
 * <p>Holds no transaction: whatever is committed meanwhile, every page comes from the same revision, read from any thread.
 * Rows come in a fixed order, one at a time, so that a list of millions needs no memory.
 *
 * @param <R> a row
 */
public interface Rows<R> {

    /** The revision that answers. */
    long revision();

    /** The instant asked about. */
    Instant at();

    /** How many rows there are, exactly. */
    long total();

    /** The rows from {@code offset}, counted from 0, at most {@code limit} of them; made as they are read. */
    Stream<R> page(long offset, long limit);

    /** Every row; made as they are read. */
    default Stream<R> all() {
        return page(0, Long.MAX_VALUE);
    }
}

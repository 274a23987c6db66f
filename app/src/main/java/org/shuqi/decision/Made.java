package org.shuqi.decision;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Rows that are found one after the other, and dressed only when they are read.
 *
 * @param revision the revision that answers
 * @param at the instant asked about
 * @param found finds every row, bare, in order; may be called again
 * @param dress makes a row of what was found
 * @param <T> what is found
 * @param <R> a row
 */
record Made<T, R>(long revision, Instant at, Supplier<Stream<T>> found, Function<T, R> dress) implements Rows<R> {

    Made(Census census, Supplier<Stream<T>> found, Function<T, R> dress) {
        this(census.index().revision(), census.about().at(), found, dress);
    }

    @Override
    public long total() {
        return found.get().count();
    }

    @Override
    public Stream<R> page(long offset, long limit) {
        return found.get().skip(offset).limit(limit).map(dress);
    }
}

package org.shuqi.graph;

import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * How something is computed from the graph: one immutable value per revision, kept by the store and published together
 * with the commit, so that a reader never sees a value of one revision beside the graph of another.
 *
 * @param <T> an immutable, thread-safe value
 */
public interface Derivation<T> {

    /** The value from the whole graph; used at start, and after a load too large to follow. */
    T build(DatasetGraph whole, long revision);

    /**
     * The value after a change.
     *
     * @param previous the value before it
     * @param now the graph after it
     * @param revision the revision of {@code now}
     * @param delta what really changed between the two
     */
    T next(T previous, DatasetGraph now, long revision, Delta delta);

    /**
     * Whether two values say the same; a value followed change by change must be the same as one built anew, and
     * verification holds them against each other.
     */
    default boolean same(T followed, T rebuilt) {
        return followed.equals(rebuilt);
    }

    /** How a value is kept on disk between runs; empty if every start computes it anew. */
    default Optional<Keeping<T>> keeping() {
        return Optional.empty();
    }

    /** What is derived, for people; also the name of the file if it is kept, so letters, digits and hyphens only. */
    default String name() {
        return getClass().getSimpleName();
    }
}

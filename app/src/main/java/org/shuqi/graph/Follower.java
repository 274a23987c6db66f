package org.shuqi.graph;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.DatasetGraph;

/** A derivation that the store follows. */
final class Follower<T> implements Derived<T> {

    private final Derivation<T> derivation;
    private final Supplier<Generation> head;

    Follower(Derivation<T> derivation, Supplier<Generation> head) {
        this.derivation = derivation;
        this.head = head;
    }

    @Override
    public T current() {
        return in(head.get().values());
    }

    boolean isIn(Map<Follower<?>, Object> values) {
        return values.containsKey(this);
    }

    T in(Map<Follower<?>, Object> values) {
        var value = values.get(this);
        if (value == null) {
            throw new IllegalStateException("this was derived from another store");
        }
        return typed(value);
    }

    T build(DatasetGraph whole, long revision) {
        return derivation.build(whole, revision);
    }

    Object next(Object previous, DatasetGraph now, long revision, Delta delta) {
        return derivation.next(typed(previous), now, revision, delta);
    }

    boolean same(Object followed, Object rebuilt) {
        return derivation.same(typed(followed), typed(rebuilt));
    }

    String name() {
        return derivation.name();
    }

    /** Safe: only values of this very derivation are stored under it. */
    @SuppressWarnings("unchecked")
    T typed(Object value) {
        return (T) value;
    }
}

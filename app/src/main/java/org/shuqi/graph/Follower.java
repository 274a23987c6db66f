package org.shuqi.graph;

import java.util.Map;
import java.util.Optional;
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

    T next(Object previous, DatasetGraph now, long revision, Delta delta) {
        return derivation.next(typed(previous), now, revision, delta);
    }

    boolean same(Object followed, Object rebuilt) {
        return derivation.same(typed(followed), typed(rebuilt));
    }

    Optional<Keeping<T>> keeping() {
        return derivation.keeping();
    }

    /** The name of its file, if it is kept. */
    String fileName() {
        var name = derivation.name();
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9-]{0,80}")) {
            throw new IllegalArgumentException("what is kept needs a name of letters, digits and hyphens: " + name);
        }
        return name;
    }

    /** Which build of the program computes it. */
    String program() {
        return Program.fingerprint(derivation.getClass());
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

package org.shuqi.decision.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every IRI that a fact mentions, as a dense number.
 *
 * <p>Only ever grows, and all revisions of one process share it: an id never changes its meaning, and a revision that does
 * not know an id simply has no facts about it. Safe for any number of threads.
 */
public final class Terms {

    /** No term. */
    public static final int NONE = -1;

    private static final String SUPPOSED = "urn:shuqi:supposed:";

    private final ConcurrentHashMap<String, Integer> ids = new ConcurrentHashMap<>();
    private final List<String> iris = new ArrayList<>();

    private Terms() {}

    /** The terms of an empty registry. */
    static Terms fresh() {
        var terms = new Terms();
        Known.iris().forEach(terms::add);
        return terms;
    }

    /** The id of the IRI, or {@link #NONE}. */
    public int of(String iri) {
        var id = ids.get(iri);
        return id == null ? NONE : id;
    }

    /** The id of the IRI, a new one if it has none. */
    synchronized int add(String iri) {
        var known = of(iri);
        if (known != NONE) {
            return known;
        }
        iris.add(iri);
        ids.put(iri, iris.size() - 1);
        return iris.size() - 1;
    }

    /** The IRI of an id; records that are only supposed have ids below {@link #NONE}. */
    public synchronized String iri(int id) {
        return id < 0 ? SUPPOSED + -id : iris.get(id);
    }

    /** How many there are. */
    public synchronized int size() {
        return iris.size();
    }
}

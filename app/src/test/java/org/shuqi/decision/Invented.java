package org.shuqi.decision;

import org.apache.jena.sparql.core.DatasetGraph;

/** The small invented registries of the engine's own tests, for those of other rooms. */
public final class Invented {

    private Invented() {}

    /** A registry with every kind of fact that a decision rests on, sound and unsound; the same for the same seed. */
    public static DatasetGraph registry(long seed) {
        return new RandomRegistry(seed).dataset();
    }
}

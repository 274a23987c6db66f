package org.shuqi.decision.fact;

/** Something the graph says about one subject. Facts of equal subject and kind replace each other. */
public sealed interface Fact
        permits Basis, Catalogue, Concept, Dataset, Designation, Evidence, Grant, Norm, Organisation, Profile {

    /** The subject that says it. */
    int iri();
}

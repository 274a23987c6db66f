package org.shuqi.decision.fact;

import java.util.List;

/** What is kept by whose it is. */
record Tables(
        Table<List<Fact>> rules,
        Table<Organisation> organisations,
        Table<Concept> concepts,
        Table<Dataset> datasets,
        Table<Basis> bases,
        Table<Profile> profiles,
        Table<Catalogue> catalogues,
        Table<Boolean> open,
        Table<Integer> named) {

    Tables withEntries(Table<Dataset> entries, Table<Boolean> openEntries) {
        return new Tables(rules, organisations, concepts, entries, bases, profiles, catalogues, openEntries, named);
    }

    Ancestry ancestry() {
        return new Ancestry(organisations, concepts, catalogues);
    }

    boolean sharesAncestry(Tables other) {
        return organisations == other.organisations && concepts == other.concepts && catalogues == other.catalogues;
    }
}

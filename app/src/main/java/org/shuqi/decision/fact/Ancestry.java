package org.shuqi.decision.fact;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Who stands above whom, worked out once for each that is asked about.
 *
 * <p>Belongs to one state of the organisations, concepts and catalogues; a change of any of them begins a new one, so that
 * deep trees may be rehung without looking for whom that concerns.
 */
final class Ancestry {

    private final Table<Organisation> organisations;
    private final Table<Concept> concepts;
    private final Table<Catalogue> catalogues;
    private final Memo<Optional<Party>> parties;
    private final Memo<Ids> above;
    private Optional<Bodies> bodies = Optional.empty();

    Ancestry(Table<Organisation> organisations, Table<Concept> concepts, Table<Catalogue> catalogues) {
        this.organisations = organisations;
        this.concepts = concepts;
        this.catalogues = catalogues;
        this.parties = new Memo<>(iri -> organisations.get(iri).map(this::party));
        this.above = new Memo<>(concept -> up(Ids.of(concept), this::directlyBroader));
    }

    /** The organisations by what the rule looks at, but for who they are. */
    synchronized Bodies bodies(Terms terms) {
        if (bodies.isEmpty()) {
            var all = organisations.values().filter(Organisation::real).toList();
            bodies = Optional.of(new Bodies(all, terms));
        }
        return bodies.get();
    }

    Optional<Party> party(int iri) {
        return iri < 0 ? Optional.empty() : parties.of(iri);
    }

    private Party party(Organisation organisation) {
        var line = up(Ids.of(organisation.iri()), one -> above(one));
        var superiors =
                Ids.of(line.stream().filter(one -> one != organisation.iri()).toArray());
        return new Party(organisation, collections(Ids.of(organisation.iri())), collections(superiors));
    }

    private Ids above(int one) {
        return organisations.get(one).map(Organisation::above).orElse(Ids.NONE);
    }

    private Ids collections(Ids members) {
        return up(
                members,
                one -> organisations.get(one).map(Organisation::collections).orElse(Ids.NONE));
    }

    /** The concept and all that are broader. */
    Ids broader(int concept) {
        return concept < 0 ? Ids.of(concept) : above.of(concept);
    }

    /** The concepts and all that are broader than one of them. */
    Ids broader(Ids some) {
        return up(some, this::directlyBroader);
    }

    private Ids directlyBroader(int one) {
        return concepts.get(one).map(Concept::broader).orElse(Ids.NONE);
    }

    /** The catalogues and all that list them. */
    Ids listing(Ids some) {
        return up(some, one -> catalogues.get(one).map(Catalogue::within).orElse(Ids.NONE));
    }

    /** The start and everything above it; a circle is walked once. */
    static Ids up(Ids start, IntFunction<Ids> above) {
        var reached = new IntArrayList(start.stream().toArray());
        for (var next = 0; next < reached.size(); next++) {
            var higher = above.apply(reached.getInt(next));
            for (var place = 0; place < higher.size(); place++) {
                if (!reached.contains(higher.at(place))) {
                    reached.add(higher.at(place));
                }
            }
        }
        return reached.size() == start.size() ? start : Ids.of(reached.toIntArray());
    }
}

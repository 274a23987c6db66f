package org.shuqi.gate;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.shuqi.graph.Delta;

/**
 * Finds what a change can make wrong.
 *
 * <p>Ways are followed back over the states before and after laid over each other, so that a node is found whether the
 * link to it was there before, is there now, or both.
 */
final class Affected {

    private final Dependencies dependencies;
    private final Graph both;
    private final Targets before;
    private final Check check;

    /** The places from which a change was followed back already; by the very read, for its hash is long to compute. */
    private final Map<Read, Set<Node>> seen = new IdentityHashMap<>();

    /**
     * For one change.
     *
     * @param both the states before and after the change, laid over each other
     * @param before which shapes apply there
     */
    Affected(Dependencies dependencies, Graph both, Targets before, Check check) {
        this.dependencies = dependencies;
        this.both = both;
        this.before = before;
        this.check = check;
    }

    /** Whether the change moves a class below or away from one that shapes name; then anything may be affected. */
    boolean changesClasses(Delta delta) {
        return Stream.concat(delta.removed().stream(), delta.added().stream())
                .filter(quad -> quad.getPredicate().equals(RDFS.subClassOf.asNode()))
                .anyMatch(quad -> before.above(quad.getObject()).stream().anyMatch(dependencies.classes()::contains));
    }

    /** Checks the subjects of the change and all that depends on them, until there is enough to refuse. */
    void follow(Delta delta) {
        var quads = Stream.concat(delta.removed().stream(), delta.added().stream())
                .map(Quad::asTriple)
                .distinct()
                .toList();
        check.all(quads.stream().map(Triple::getSubject), check::subject);
        check.all(delta.added().stream().map(Quad::asTriple), check::terms);
        check.all(delta.removed().stream().map(Quad::asTriple), check::termsLeft);
        check.all(quads.stream(), this::follow);
    }

    private boolean follow(Triple changed) {
        return dependencies.on(changed.getPredicate()).allMatch(read -> follow(read, changed));
    }

    private boolean follow(Read read, Triple changed) {
        var forward = read.step().map(Step::forward).orElse(true);
        var place = forward ? changed.getSubject() : changed.getObject();
        if (!matters(read, place)
                || !seen.computeIfAbsent(read, one -> new HashSet<>()).add(place)) {
            return true;
        }
        return read.trail().origins(both, place, focus -> check.node(read.shape(), focus));
    }

    /**
     * Whether what changed at the place can turn a good verdict into a bad one.
     *
     * <p>Keeps a hub cheap: an organisation that gains a class, or loses one that it has by another way too, is not
     * followed back to the thousands of records that name it.
     */
    private boolean matters(Read read, Node place) {
        return read.type()
                .map(type -> {
                    var had = before.isOf(place, type);
                    var has = check.targets().isOf(place, type);
                    return read.rising() ? had && !has : had || has;
                })
                .orElse(true);
    }
}

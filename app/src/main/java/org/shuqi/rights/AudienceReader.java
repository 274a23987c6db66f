package org.shuqi.rights;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** Works out who may read a graph, and notes which other graphs were looked at for it. */
final class AudienceReader {

    private final DatasetGraph registry;
    private final Policy policy;
    private final Node graph;
    private final Set<Node> consulted = new HashSet<>();
    private final Set<Audience.Clause> clauses = new LinkedHashSet<>();
    private final Set<Node> strange = new HashSet<>();
    private final Set<Node> familiar = new HashSet<>();
    private boolean holdsRecord;
    private boolean looksInVain;
    private int highest = -1;

    AudienceReader(DatasetGraph registry, Policy policy, Node graph) {
        this.registry = registry;
        this.policy = policy;
        this.graph = graph;
    }

    /** The other graphs on which the audience depends. */
    Set<Node> consulted() {
        return consulted;
    }

    /** Whether it was led to something that nobody describes, so that a new graph may change the audience. */
    boolean looksInVain() {
        return looksInVain;
    }

    Audience read() {
        var types = registry.find(graph, Node.ANY, Rdf.type, Node.ANY);
        while (types.hasNext()) {
            var quad = types.next();
            policy.of(quad.getObject())
                    .ifPresentOrElse(right -> familiar(quad.getSubject(), right), () -> strange.add(quad.getSubject()));
        }
        // something of several classes is known by any of them
        strange.removeAll(familiar);
        return holdsRecord && strange.isEmpty() ? new Audience(true, clauses) : Audience.NOBODY;
    }

    private void familiar(Node subject, Right right) {
        familiar.add(subject);
        switch (right.readership()) {
            case WITH_RECORD -> {}
            case PARTIES, ROLE_HOLDERS -> {
                holdsRecord = true;
                clauses.add(clause(subject, right, 0));
            }
            case SIGNED_IN -> {
                holdsRecord = true;
                if (right.guardedFrom() != Right.UNGUARDED && highest() >= right.guardedFrom()) {
                    clauses.add(clause(subject, right, highest()));
                }
            }
        }
    }

    /** The rank of the highest level of anything in the graph. */
    private int highest() {
        if (highest < 0) {
            highest = 0;
            registry.find(graph, Node.ANY, Sq.securityLevel, Node.ANY)
                    .forEachRemaining(quad -> highest = Math.max(highest, policy.rankOfData(quad.getObject())));
        }
        return highest;
    }

    private Audience.Clause clause(Node record, Right right, int rank) {
        var parties = new HashSet<Node>();
        right.paths().forEach(path -> parties.addAll(ends(record, path)));
        var isAnywhere = right.readership() == Right.Readership.ROLE_HOLDERS;
        return new Audience.Clause(parties, right.roles(), isAnywhere, rank);
    }

    /** A node, and the graph that led to it. */
    private record Place(Node node, Node graph) {}

    private Set<Node> ends(Node record, List<Node> path) {
        var at = Set.of(new Place(record, graph));
        for (var property : path) {
            var next = new HashSet<Place>();
            at.forEach(place -> next.addAll(values(place, property)));
            at = next;
        }
        return at.stream().map(Place::node).collect(Collectors.toSet());
    }

    /**
     * What the graph that led to the node says of it; of a node that it says nothing of, what others say. So nobody can lend
     * parties to another's record by writing about its parts in a graph of their own.
     */
    private Set<Place> values(Place at, Node property) {
        var values = new HashSet<Place>();
        if (at.node().isLiteral()) {
            return values;
        }
        if (registry.contains(at.graph(), at.node(), Node.ANY, Node.ANY)) {
            registry.find(at.graph(), at.node(), property, Node.ANY)
                    .forEachRemaining(quad -> values.add(new Place(quad.getObject(), at.graph())));
            return values;
        }
        var said = registry.find(Node.ANY, at.node(), Node.ANY, Node.ANY);
        looksInVain |= !said.hasNext();
        said.forEachRemaining(quad -> {
            consulted.add(quad.getGraph());
            if (quad.getPredicate().equals(property)) {
                values.add(new Place(quad.getObject(), quad.getGraph()));
            }
        });
        return values;
    }
}

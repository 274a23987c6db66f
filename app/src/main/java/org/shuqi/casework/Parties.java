package org.shuqi.casework;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.QueryExec;
import org.shuqi.vocabulary.Sq;

/** Finds the organisations that act for a record: the code list {@code acting-party} says how. */
final class Parties {

    private final Map<Node, Query> queries;

    /** By a query for each concept; {@code ?party} is whom it finds, {@code ?this} the record. */
    Parties(Map<Node, Query> queries) {
        this.queries = Map.copyOf(queries);
    }

    /** Whom the concepts stand for, in order of their IRIs. */
    Set<Node> of(Collection<Node> concepts, Graph registry, Node record) {
        var found = new TreeSet<String>();
        concepts.stream().filter(queries::containsKey).forEach(concept -> {
            try (var exec = QueryExec.graph(registry)
                    .query(queries.get(concept))
                    .substitution("this", record)
                    .build()) {
                exec.select().forEachRemaining(row -> {
                    var party = row.get("party");
                    if (party != null && party.isURI()) {
                        found.add(party.getURI());
                    }
                });
            }
        });
        return found.stream()
                .map(NodeFactory::createURI)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    /** Whether the organisation is one of those, or the sharing office of one. */
    static boolean include(Set<Node> parties, Graph registry, Node organization) {
        return parties.contains(organization)
                || parties.stream().anyMatch(party -> registry.contains(party, Sq.sharingOffice, organization));
    }
}

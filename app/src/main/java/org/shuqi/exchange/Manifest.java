package org.shuqi.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.record.RecordKind;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Rdf;

/** What a file brings, noted while it is read: its records by kind, and who owns the nodes outside named graphs. */
final class Manifest {

    private final Map<Node, RecordKind> records = new HashMap<>();
    private final Map<Node, Node> owners = new HashMap<>();
    private final Map<Node, Node> catalogs = new HashMap<>();
    private final Set<Node> graphs = new HashSet<>();
    private long loose;

    void note(Quad quad) {
        if (quad.getPredicate().equals(Rdf.type)) {
            RecordKind.of(Set.of(quad.getObject())).ifPresent(kind -> records.putIfAbsent(quad.getSubject(), kind));
        }
        if (!quad.isDefaultGraph()) {
            graphs.add(quad.getGraph());
            return;
        }
        loose++;
        if (quad.getObject().isBlank()) {
            owners.putIfAbsent(quad.getObject(), quad.getSubject());
        }
        if (quad.getPredicate().equals(Dcat.dataset)) {
            catalogs.putIfAbsent(quad.getObject(), quad.getSubject());
        }
    }

    /** Records by IRI. */
    Map<Node, RecordKind> records() {
        return records;
    }

    /** The named graphs that the file itself names. */
    Set<Node> graphs() {
        return graphs;
    }

    /** How many triples stand outside a named graph. */
    long loose() {
        return loose;
    }

    /** The catalogue that lists the dataset, if this file says so. */
    Optional<Node> catalogOf(Node dataset) {
        return Optional.ofNullable(catalogs.get(dataset));
    }

    /** The node that points to the blank node. */
    Optional<Node> ownerOf(Node blank) {
        return Optional.ofNullable(owners.get(blank));
    }
}

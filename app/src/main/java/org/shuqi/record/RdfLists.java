package org.shuqi.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.vocabulary.Rdf;

/** Reads well-formed RDF collections; anything else is an ordinary node. */
final class RdfLists {

    private RdfLists() {}

    /** The members, if the blank node heads a closed list that nothing else is said about. */
    static Optional<List<Node>> read(Graph graph, Node head) {
        var members = new ArrayList<Node>();
        var seen = new HashSet<Node>();
        var at = head;
        while (!at.equals(Rdf.nil)) {
            var about = graph.find(at, Node.ANY, Node.ANY).toList();
            var first = graph.find(at, Rdf.first, Node.ANY).toList();
            var rest = graph.find(at, Rdf.rest, Node.ANY).toList();
            var heads = graph.find(Node.ANY, Node.ANY, at).toList();
            if (about.size() != 2 || first.size() != 1 || rest.size() != 1 || heads.size() > 1 || !seen.add(at)) {
                return Optional.empty();
            }
            members.add(first.get(0).getObject());
            at = rest.get(0).getObject();
        }
        return Optional.of(members);
    }
}

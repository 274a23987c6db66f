package org.shuqi.rights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.shuqi.access.Role;
import org.shuqi.graph.Delta;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Reading;
import org.shuqi.vocabulary.Sq;

/**
 * Reads the data on who reads what. Only what stands in the graphs that come with the registry counts: a right that
 * somebody wrote into a graph of their own would be a right that they gave themselves.
 */
final class PolicyReader {

    private static final Node RIGHTS = NodeFactory.createURI("https://w3id.org/shuqi/graph/rights");
    private static final Node READERSHIPS = NodeFactory.createURI("https://w3id.org/shuqi/graph/codes/readership");
    private static final String CODES = "https://w3id.org/shuqi/graph/codes/";

    private final DatasetGraph registry;

    private PolicyReader(DatasetGraph registry) {
        this.registry = registry;
    }

    static Policy read(DatasetGraph registry) {
        var reader = new PolicyReader(registry);
        return new Policy(reader.rights(), reader.ranks());
    }

    /** Whether a change may make another policy. */
    static boolean concerns(Delta delta) {
        return Stream.concat(delta.removed().stream(), delta.added().stream())
                .anyMatch(quad -> quad.getGraph().equals(RIGHTS)
                        || quad.getGraph().equals(READERSHIPS)
                        || (isCodes(quad.getGraph()) && quad.getPredicate().equals(Sq.rank)));
    }

    private static boolean isCodes(Node graph) {
        return graph.isURI() && graph.getURI().startsWith(CODES);
    }

    private Map<Node, Right> rights() {
        var rights = new HashMap<Node, Right>();
        var graph = registry.getGraph(RIGHTS);
        graph.find(Node.ANY, Rdf.type, Reading.ReadingRight).toList().forEach(triple -> {
            var right = right(graph, triple.getSubject());
            objects(graph, triple.getSubject(), Sq.ofClass).forEach(type -> rights.put(type, right));
        });
        return rights;
    }

    private Right right(Graph graph, Node iri) {
        var shown = objects(graph, iri, Reading.readership);
        var readership = Stream.of(Right.Readership.values())
                .filter(one -> shown.equals(List.of(Sq.code("readership", one.code()))))
                .findFirst()
                .orElse(Right.Readership.PARTIES);
        var paths = objects(graph, iri, Reading.partyPath).stream()
                .map(list -> elements(graph, list))
                .toList();
        var guarded = objects(graph, iri, Reading.guardedFrom).stream()
                .mapToInt(level -> ranks().getOrDefault(level, 0))
                .min()
                .orElse(Right.UNGUARDED);
        return new Right(readership, paths, roles(graph, iri), guarded);
    }

    /** The roles that the right names, else those of its readership or of parties. */
    private Set<Role> roles(Graph graph, Node right) {
        var own = objects(graph, right, Reading.readerRole);
        var named = own.isEmpty()
                ? objects(registry.getGraph(READERSHIPS), Sq.code("readership", "parties"), Reading.readerRole)
                : own;
        return named.stream()
                .flatMap(role -> Role.of(role.getURI().replaceAll(".*/", "")).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<Node, Integer> ranks() {
        var ranks = new HashMap<Node, Integer>();
        registry.find(Node.ANY, Node.ANY, Sq.rank, Node.ANY).forEachRemaining(quad -> {
            if (isCodes(quad.getGraph()) && quad.getObject().getLiteralValue() instanceof Number rank) {
                ranks.put(quad.getSubject(), rank.intValue());
            }
        });
        return ranks;
    }

    /** The members of a list in the graph, of which a path has few. */
    static List<Node> elements(Graph graph, Node list) {
        var elements = new ArrayList<Node>();
        var at = list;
        while (!at.equals(Rdf.nil) && elements.size() < 8) {
            elements.addAll(objects(graph, at, Rdf.first));
            at = objects(graph, at, Rdf.rest).stream().findFirst().orElse(Rdf.nil);
        }
        return elements;
    }

    private static List<Node> objects(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList();
    }
}

package org.shuqi.standard;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Release;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** Where words and shapes have their place. */
public final class Places {

    /** The named graph of the terms. */
    public static final Node ONTOLOGY = graph("ontology");
    /** Which versions have been published. */
    public static final Node VERSIONS = graph("versions");
    /** Where the shapes are named. */
    public static final String SHAPES = "https://w3id.org/shuqi/shapes#";
    /** The named graph of the shapes: what the gate checks by, for whoever asks the registry. */
    public static final Node SHAPES_GRAPH = graph("shapes");
    /** The ontology itself. */
    public static final Node HEADER = NodeFactory.createURI("https://w3id.org/shuqi/ns");

    /** What says of itself which version it is, by the named graph in which it says so. */
    static final Map<Node, Node> HEADERS =
            Map.of(ONTOLOGY, HEADER, SHAPES_GRAPH, NodeFactory.createURI("https://w3id.org/shuqi/shapes"));

    private static final String CODES = "https://w3id.org/shuqi/graph/codes/";

    /** Code lists of which the program knows each code by name. */
    private static final Set<String> BUILT_IN = Set.of(
            "sharing-attribute", "sharing-method", "organ-type", "evidence", "asset-class", "outcome", "acting-party");

    /** What proposals may change: not the step tables, the rights and the templates, which are part of the program. */
    private static final Set<Node> OPEN = Release.parts().stream()
            .map(Release.Part::graph)
            .filter(name -> name.startsWith(CODES)
                    || Set.of("ontology", "laws", "norms-default").contains(name.replaceAll(".*/", "")))
            .map(NodeFactory::createURI)
            .collect(Collectors.toUnmodifiableSet());

    private Places() {}

    /** Whether the IRI is one of a shape. */
    public static boolean isShape(Node term) {
        return term.isURI() && term.getURI().startsWith(SHAPES);
    }

    /** The named graphs of words that a proposal may change. */
    public static Set<Node> open() {
        return OPEN;
    }

    /** The graph that a word or a shape is to be in, by its address and by what is said of it. */
    static Optional<Node> home(Node term, Graph proposed) {
        if (isShape(term)) {
            return Optional.of(SHAPES_GRAPH);
        }
        if (term.getURI().startsWith(Sq.NS)) {
            return Optional.of(ONTOLOGY);
        }
        if (term.getURI().startsWith(Sq.CODE)) {
            return Stream.concat(
                            Stream.of(term),
                            proposed
                                    .find(term, Skos.inScheme, Node.ANY)
                                    .mapWith(triple -> triple.getObject())
                                    .toList()
                                    .stream())
                    .filter(node -> node.isURI() && node.getURI().startsWith(Sq.CODE))
                    .map(scheme -> CODES + scheme.getURI().substring(Sq.CODE.length()))
                    .map(NodeFactory::createURI)
                    .filter(OPEN::contains)
                    .findFirst();
        }
        var norm = term.getURI().startsWith("https://w3id.org/shuqi/norm/")
                || term.getURI().startsWith("https://w3id.org/shuqi/profile/");
        var law = term.getURI().startsWith("https://w3id.org/shuqi/law/")
                || term.getURI().startsWith("https://w3id.org/shuqi/standard/");
        return norm ? Optional.of(graph("norms-default")) : law ? Optional.of(graph("laws")) : Optional.empty();
    }

    /** The code list of a concept, if the program knows each of its codes by name. */
    static Optional<String> builtIn(Node term, Graph proposed) {
        return proposed.contains(term, Rdf.type, Skos.Concept)
                ? BUILT_IN.stream()
                        .filter(list -> term.getURI().startsWith(Sq.CODE + list + "/"))
                        .findFirst()
                : Optional.empty();
    }

    private static Node graph(String name) {
        return NodeFactory.createURI("https://w3id.org/shuqi/graph/" + name);
    }
}

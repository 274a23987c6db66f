package org.shuqi.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.Shapes;
import org.junit.jupiter.api.Test;

/** A shape that could not be checked from a change alone is refused when it is read. */
class DependenciesTest {

    private static final String PREFIXES =
            """
            PREFIX : <https://example.org/>
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX sqs: <https://w3id.org/shuqi/shapes#>
            """;

    @Test
    void aPathIsFollowedBackFromEachOfItsSteps() {
        var read = read(":s sh:targetClass :A ; sh:property [ sh:path ( :p [ sh:inversePath :q ] ) ; sh:class :B ]");

        assertThat(read.on(term("p"))).isEmpty();
        assertThat(read.on(term("q")).map(Read::trail)).singleElement().hasToString(way("p", true));
        assertThat(read.on(NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")))
                .singleElement()
                .satisfies(one -> assertThat(one.trail().steps()).hasSize(2));
    }

    @Test
    void aConstraintThatLooksElsewhereThanItSaysIsRefused() {
        refused(
                query("SELECT $this WHERE { $this <https://example.org/p> ?x . ?x <https://example.org/q> 1 }", ":p"),
                "declares");
    }

    @Test
    void aConstraintThatDoesNotHangOnTheFocusNodeIsRefused() {
        refused(
                query("SELECT $this WHERE { $this <https://example.org/p> ?x . ?y <https://example.org/p> 1 }", ":p"),
                "hang together");
    }

    @Test
    void aConstraintMayNotAskOtherServers() {
        refused(
                query("SELECT $this WHERE { SERVICE <http://localhost:1/> { $this <https://example.org/p> 1 } }", ":p"),
                "may not use");
    }

    @Test
    void aConstraintMayNotPickAGraph() {
        refused(query("SELECT $this WHERE { GRAPH ?g { $this <https://example.org/p> 1 } }", ":p"), "may not use");
    }

    @Test
    void aConstraintMayNotAskForEveryProperty() {
        refused(query("SELECT $this WHERE { $this ?p 1 }", ":p"), "names its properties");
    }

    @Test
    void aTermOfShaclThatIsNotFollowedIsRefused() {
        refused(
                ":s sh:targetClass :A ; sh:property [ sh:path :p ; sh:qualifiedValueShapesDisjoint true ]",
                "does not understand");
        refused(
                ":s sh:targetClass :A ; sh:target [ sh:select \"SELECT ?this WHERE { ?this ?p ?o }\" ]",
                "does not understand");
    }

    @Test
    void aShapeThatRefersToItselfIsRefused() {
        refused(":s sh:targetClass :A ; sh:property [ sh:path :p ; sh:node :s ]", "refers to itself");
    }

    private static String query(String select, String path) {
        return ":s sh:targetClass :A ; sh:sparql [ sqs:dependsOn %s ; sh:select \"%s\" ]".formatted(path, select);
    }

    private static String way(String property, boolean forward) {
        return "Trail[steps=[Step[predicate=https://example.org/%s, forward=%s, many=false]]]"
                .formatted(property, forward);
    }

    private static void refused(String shape, String because) {
        assertThatThrownBy(() -> read(shape)).isInstanceOf(UnusableShape.class).hasMessageContaining(because);
    }

    private static Dependencies read(String shape) {
        var graph = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(PREFIXES + shape.replace(":s sh:", ":s a sh:NodeShape ; sh:") + " .", Lang.TURTLE)
                .parse(graph);
        return Dependencies.of(Shapes.parse(graph));
    }

    private static org.apache.jena.graph.Node term(String name) {
        return NodeFactory.createURI("https://example.org/" + name);
    }
}

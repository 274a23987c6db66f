package org.shuqi.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqi.problem.Refusal;

/**
 * What is signed is one text, whoever makes it. The expected texts were made by another implementation of RDFC-1.0
 * (rdf-canonize 5.0.0, with no limit on its work).
 */
class CanonicalFormTest {

    private static final Path FOLDER = Path.of("src/test/resources/canonical");

    @ParameterizedTest
    @ValueSource(strings = {"two-in-a-ring", "even-ring", "letters", "lists", "graphs", "twins"})
    void isWhatAnotherImplementationMakesOfIt(String name) throws IOException {
        var quads = quads(Files.readString(FOLDER.resolve(name + ".nq")));

        assertThat(new String(CanonicalForm.of(quads), StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(FOLDER.resolve(name + ".canonical")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-in-a-ring", "even-ring", "lists", "graphs", "twins"})
    void isTheSameWhateverTheBlankNodesAreCalledAndTheirOrder(String name) throws IOException {
        var quads = quads(Files.readString(FOLDER.resolve(name + ".nq")));
        var expected = CanonicalForm.of(quads);
        var random = new Random(Long.getLong("shuqi.seed", 7L));

        for (var turn = 0; turn < 20; turn++) {
            var renamed = new HashMap<Node, Node>();
            var shuffled = new ArrayList<>(quads);
            Collections.shuffle(shuffled, random);
            var others = new HashSet<Quad>();
            shuffled.forEach(quad -> others.add(new Quad(
                    renamed(quad.getGraph(), renamed),
                    renamed(quad.getSubject(), renamed),
                    quad.getPredicate(),
                    renamed(quad.getObject(), renamed))));

            assertThat(CanonicalForm.of(others)).isEqualTo(expected);
        }
    }

    @Test
    void anotherLetterIsAnotherText() throws IOException {
        var text = Files.readString(FOLDER.resolve("lists.nq"));

        assertThat(CanonicalForm.of(quads(text.replace("\"a\"", "\"b\"")))).isNotEqualTo(CanonicalForm.of(quads(text)));
    }

    @Test
    void blankNodesThatAreTooEntangledAreRefusedInTime() {
        var clique = GraphFactory.createDefaultGraph();
        var nodes = java.util.stream.Stream.generate(NodeFactory::createBlankNode)
                .limit(10)
                .toList();
        var link = NodeFactory.createURI("http://example.org/link");
        nodes.forEach(one -> nodes.stream()
                .filter(other -> one != other)
                .forEach(other -> clique.add(Triple.create(one, link, other))));

        var begun = System.nanoTime();
        assertThatThrownBy(() -> CanonicalForm.of(clique))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("so entangled");

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void tooManyBlankNodesAreRefused() {
        var many = GraphFactory.createDefaultGraph();
        var link = NodeFactory.createURI("http://example.org/link");
        for (var number = 0; number < 501; number++) {
            many.add(Triple.create(link, link, NodeFactory.createBlankNode()));
        }

        assertThatThrownBy(() -> CanonicalForm.of(many)).hasMessageContaining("there are 501 blank nodes");
    }

    private static Node renamed(Node node, Map<Node, Node> renamed) {
        return node.isBlank() ? renamed.computeIfAbsent(node, any -> NodeFactory.createBlankNode()) : node;
    }

    private static Set<Quad> quads(String text) {
        var dataset = DatasetGraphFactory.create();
        RDFParser.fromString(text, Lang.NQUADS).parse(dataset);
        return new HashSet<>(List.copyOf(dataset.stream().toList()));
    }
}

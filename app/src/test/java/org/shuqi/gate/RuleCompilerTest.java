package org.shuqi.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

/** A compiled rule lets a node pass exactly if the engine has nothing to say about it. */
class RuleCompilerTest {

    private static final long SEED = Long.getLong("shuqi.seed", new Random().nextLong());

    private static final Path CASES = Path.of("..", "shapes", "tests");

    private final Random random = new Random(SEED);
    private final Shapes shapes = Shapes.parse(Release.graph("shapes"));
    private final Map<Shape, Rule> rules = RuleCompiler.compile(shapes);
    private final Set<Node> passed = new HashSet<>();
    private final Set<Node> stopped = new HashSet<>();

    @Test
    void onTheCasesOfAllShapes() throws IOException {
        try (var folders = Files.list(CASES)) {
            for (var folder : folders.filter(Files::isDirectory).sorted().toList()) {
                for (var file : List.of("valid.ttl", "invalid.ttl")) {
                    var graph = read(CASES.resolve("common.ttl"), folder.resolve(file));
                    agree(graph, folder + "/" + file);
                }
            }
        }

        var all = new HashSet<Node>();
        shapes.getTargetShapes().forEach(shape -> all.add(shape.getShapeNode()));
        assertThat(passed).isEqualTo(all);
        assertThat(stopped).isEqualTo(all);
    }

    @Test
    void onDamagedRecords() throws IOException {
        try (var folders = Files.list(CASES)) {
            for (var folder : folders.filter(Files::isDirectory).sorted().toList()) {
                var graph = read(CASES.resolve("common.ttl"), folder.resolve("valid.ttl"));
                for (var damage = 0; damage < 4; damage++) {
                    damage(graph);
                    agree(graph, folder + ", seed " + SEED);
                }
            }
        }
    }

    @Test
    void onGrownRegistries() {
        for (var each = 0; each < 5; each++) {
            var graph = GraphFactory.createDefaultGraph();
            SmallRegistry.grown(random).forEach(quad -> graph.add(quad.asTriple()));
            agree(graph, "seed " + SEED);
            for (var damage = 0; damage < 4; damage++) {
                damage(graph);
                agree(graph, "seed " + SEED);
            }
        }
    }

    private void agree(Graph graph, String about) {
        var facts = new Facts(shapes, graph, new Targets(shapes, graph));
        for (var shape : shapes.getTargetShapes()) {
            for (var node : VLib.focusNodes(graph, shape)) {
                var engine = ValidationContext.create(shapes, graph);
                VLib.validateShape(engine, graph, shape, node);
                assertThat(rules.get(shape).holds(node, facts))
                        .as("%s about %s, %s", shape.getShapeNode(), node, about)
                        .isEqualTo(!engine.hasViolation());
                (engine.hasViolation() ? stopped : passed).add(shape.getShapeNode());
            }
        }
    }

    private static Graph read(Path... files) {
        var graph = GraphFactory.createDefaultGraph();
        for (var file : files) {
            RDFDataMgr.read(graph, file.toString(), Lang.TURTLE);
        }
        return graph;
    }

    /** Takes out, changes and copies values at random. */
    private void damage(Graph graph) {
        var triples = new ArrayList<>(graph.find().toList());
        for (var each = 0; each < 6; each++) {
            var one = triples.get(random.nextInt(triples.size()));
            switch (random.nextInt(4)) {
                case 0 -> graph.delete(one);
                case 1 -> {
                    graph.delete(one);
                    graph.add(with(one, other(triples)));
                }
                case 2 -> graph.add(with(one, other(triples)));
                default ->
                    graph.add(Triple.create(
                            triples.get(random.nextInt(triples.size())).getSubject(),
                            one.getPredicate(),
                            one.getObject()));
            }
        }
    }

    private static Triple with(Triple triple, Node object) {
        return Triple.create(triple.getSubject(), triple.getPredicate(), object);
    }

    private Node other(List<Triple> triples) {
        return random.nextInt(4) == 0
                ? NodeFactory.createLiteralLang("别的", "zh")
                : triples.get(random.nextInt(triples.size())).getObject();
    }
}

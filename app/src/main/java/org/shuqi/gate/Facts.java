package org.shuqi.gate;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.system.G;

/**
 * What a compiled rule looks at: a graph that does not change meanwhile. Belongs to one thread.
 *
 * @param engine for what is left to the engine; what it reports here is thrown away
 */
record Facts(Shapes shapes, Graph graph, Targets targets, ValidationContext engine) {

    Facts(Shapes shapes, Graph graph, Targets targets) {
        this(shapes, graph, targets, ValidationContext.create(shapes, graph));
    }

    Set<Node> objects(Node subject, Node predicate) {
        return subject.isLiteral() ? Set.of() : new HashSet<>(G.listSP(graph, subject, predicate));
    }

    Set<Node> subjects(Node predicate, Node object) {
        return new HashSet<>(G.listPO(graph, predicate, object));
    }

    ValidationContext freshEngine() {
        return ValidationContext.create(shapes, graph);
    }
}

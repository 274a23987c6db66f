package org.shuqi.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.system.G;
import org.shuqi.vocabulary.Rdfs;
import org.shuqi.vocabulary.Sh;

/** What shapes demand, asked property by property. */
final class Rules {

    private static final int DEEPEST = 12;

    private final Graph shapes;

    Rules(Graph shapes) {
        this.shapes = shapes;
    }

    /** What is demanded of the property of records of the class, and by the property's own shape. */
    Demand of(Optional<Node> type, Node property, Node own) {
        var needed = false;
        var once = false;
        List<Node> values = List.of();
        Optional<RDFDatatype> datatype = Optional.empty();
        Optional<Node> law = one(own, Rdfs.seeAlso);
        for (var found : about(type, property, own)) {
            // what is asked only of those that say it already is not asked of everybody
            needed |= number(found.property(), "minCount") > 0 && isViolation(found) && !isOfSubjects(found, property);
            once |= number(found.property(), "maxCount") == 1;
            if (values.isEmpty()) {
                values = list(found.property(), "in");
            }
            datatype = datatype.or(() -> datatype(found.property()));
            law = law.or(() -> one(found.shape(), Rdfs.seeAlso));
        }
        return new Demand(needed, once, values, datatype, law);
    }

    /** The properties that the shape looks at, at any depth: a finding without a path is about some of them. */
    Set<Node> looksAt(Node shape) {
        var found = new LinkedHashSet<Node>();
        collect(shape, found, 0);
        return found;
    }

    private void collect(Node at, Set<Node> found, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        shapes.find(at, Node.ANY, Node.ANY).forEachRemaining(triple -> {
            if (triple.getPredicate().equals(Sh.path) && triple.getObject().isURI()) {
                found.add(triple.getObject());
            }
            if (isNested(triple)) {
                collect(triple.getObject(), found, depth + 1);
            }
        });
    }

    /** Into what the shape is made of, and not out into what it names. */
    private static boolean isNested(Triple triple) {
        return triple.getObject().isBlank()
                || triple.getPredicate().equals(sh("node"))
                || triple.getPredicate().equals(sh("property"));
    }

    private List<Found> about(Optional<Node> type, Node property, Node own) {
        var shapesOf = new LinkedHashSet<Node>();
        type.ifPresent(known -> G.listPO(shapes, Sh.targetClass, known).forEach(shapesOf::add));
        G.listPO(shapes, sh("targetSubjectsOf"), property).forEach(shapesOf::add);
        var found = new ArrayList<Found>();
        found.add(new Found(own, own));
        shapesOf.stream()
                .sorted(java.util.Comparator.comparing(Node::toString))
                .flatMap(shape -> properties(shape, property))
                .forEach(found::add);
        return found;
    }

    private Stream<Found> properties(Node shape, Node property) {
        return G.listSP(shapes, shape, Sh.property).stream()
                .filter(each -> shapes.contains(each, Sh.path, property))
                .map(each -> new Found(shape, each));
    }

    private boolean isOfSubjects(Found found, Node property) {
        return shapes.contains(found.shape(), sh("targetSubjectsOf"), property)
                && !shapes.contains(found.shape(), Sh.targetClass, Node.ANY);
    }

    private boolean isViolation(Found found) {
        return one(found.property(), Sh.severity)
                .or(() -> one(found.shape(), Sh.severity))
                .filter(severity -> !severity.equals(Sh.Violation))
                .isEmpty();
    }

    private int number(Node shape, String term) {
        return one(shape, sh(term))
                .map(value -> Integer.parseInt(value.getLiteralLexicalForm()))
                .orElse(0);
    }

    private Optional<RDFDatatype> datatype(Node shape) {
        return one(shape, sh("datatype")).map(type -> NodeFactory.getType(type.getURI()));
    }

    private List<Node> list(Node shape, String term) {
        return one(shape, sh(term)).map(head -> G.rdfList(shapes, head)).orElse(List.of());
    }

    private Optional<Node> one(Node subject, Node property) {
        return G.listSP(shapes, subject, property).stream().min(java.util.Comparator.comparing(Node::toString));
    }

    static Node sh(String name) {
        return NodeFactory.createURI(Sh.NS + name);
    }

    static boolean isFalse(Node node) {
        return node.equals(NodeConst.nodeFalse);
    }

    private record Found(Node shape, Node property) {}
}

package org.shuqi.gate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathWriter;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation;
import org.shuqi.problem.Violation.Severity;

/** Puts findings into words: message, article and name come from the shape, or from the named shape around it. */
final class Words {

    private final Graph shapes;
    private final Prologue prefixes;
    private final PrefixMap abbreviations;
    private final Map<Node, Node> around = new HashMap<>();

    Words(Graph shapes) {
        this.shapes = shapes;
        this.prefixes = new Prologue(shapes.getPrefixMapping());
        this.abbreviations = PrefixMapFactory.create(shapes.getPrefixMapping());
        Stream.of(Shacl.property, Shacl.node, Shacl.not, Shacl.qualifiedValueShape)
                .forEach(term -> G.find(shapes, Node.ANY, term, Node.ANY)
                        .forEachRemaining(triple -> around.put(triple.getObject(), triple.getSubject())));
    }

    Violation violation(Finding finding) {
        return new Violation(
                plain(finding.focus()),
                finding.path().map(path -> PathWriter.asString(path, prefixes)),
                finding.value()
                        .filter(value -> !value.equals(finding.focus()))
                        .map(value -> NodeFmtLib.str(value, abbreviations)),
                message(finding.shape()),
                plain(named(finding.shape())),
                said(finding.shape(), RDFS.seeAlso.asNode()).stream()
                        .findFirst()
                        .map(Words::plain),
                severity(finding));
    }

    /** The SHACL validation report of these findings. */
    Graph report(List<Finding> findings) {
        var graph = GraphMemFactory.createDefaultGraph();
        graph.getPrefixMapping().setNsPrefixes(shapes.getPrefixMapping());
        var report = NodeFactory.createBlankNode();
        graph.add(report, RDF.type.asNode(), Shacl.sh("ValidationReport"));
        graph.add(report, Shacl.sh("conforms"), findings.isEmpty() ? NodeConst.nodeTrue : NodeConst.nodeFalse);
        for (var finding : findings) {
            var result = NodeFactory.createBlankNode();
            graph.add(report, Shacl.sh("result"), result);
            describe(graph, result, finding);
        }
        return graph;
    }

    private void describe(Graph graph, Node result, Finding finding) {
        graph.add(result, RDF.type.asNode(), Shacl.sh("ValidationResult"));
        graph.add(result, Shacl.sh("focusNode"), finding.focus());
        finding.path().ifPresent(path -> graph.add(result, Shacl.sh("resultPath"), node(graph, path)));
        finding.value().ifPresent(value -> graph.add(result, Shacl.sh("value"), value));
        finding.component().ifPresent(one -> graph.add(result, Shacl.sh("sourceConstraintComponent"), one));
        graph.add(result, Shacl.sh("sourceShape"), named(finding.shape()));
        graph.add(result, Shacl.sh("resultSeverity"), finding.severity());
        said(finding.shape(), Shacl.message).forEach(text -> graph.add(result, Shacl.sh("resultMessage"), text));
    }

    private static Node node(Graph graph, Path path) {
        return ShaclPaths.pathToRDF(path, graph);
    }

    private Text message(Node shape) {
        var texts = said(shape, Shacl.message);
        return new Text(in("zh", texts), in("en", texts));
    }

    private static String in(String language, List<Node> texts) {
        return texts.stream()
                .filter(text -> text.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElse("");
    }

    /** What the shape says, or the nearest shape around it that says anything. */
    private List<Node> said(Node shape, Node property) {
        var here = G.listSP(shapes, shape, property);
        var outer = around.get(shape);
        return here.isEmpty() && outer != null ? said(outer, property) : here;
    }

    private Node named(Node shape) {
        var outer = around.get(shape);
        return shape.isBlank() && outer != null ? named(outer) : shape;
    }

    Severity severity(Finding finding) {
        var severity = finding.severity();
        if (severity.equals(Shacl.sh("Violation"))) {
            return Severity.VIOLATION;
        }
        return severity.equals(Shacl.sh("Warning")) ? Severity.WARNING : Severity.INFO;
    }

    /** A node as findings show it. */
    static String plain(Node node) {
        if (node.isURI()) {
            return node.getURI();
        }
        return node.isLiteral() ? node.getLiteralLexicalForm() : "_:" + node.getBlankNodeLabel();
    }
}

package org.shuqi.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.shuqi.form.Form.Group;
import org.shuqi.problem.Text;
import org.shuqi.vocabulary.Rdfs;
import org.shuqi.vocabulary.Sh;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** Makes forms of the node shapes of one graph. */
final class Drawing {

    private static final int DEEPEST = 3;
    private static final Node SINGLE_LINE = NodeFactory.createURI("http://datashapes.org/dash#singleLine");
    private static final Node CODE_LIST = NodeFactory.createURI(Sq.NS + "codeList");
    private static final Set<RDFDatatype> NUMBERS = Set.of(
            XSDDatatype.XSDinteger,
            XSDDatatype.XSDdecimal,
            XSDDatatype.XSDdouble,
            XSDDatatype.XSDnonNegativeInteger,
            XSDDatatype.XSDpositiveInteger,
            XSDDatatype.XSDint,
            XSDDatatype.XSDlong);

    private final Graph graph;
    private final Rules rules;

    /**
     * Forms of the shapes in the graph.
     *
     * @param graph names, order and kinds of values, and what is demanded
     */
    Drawing(Graph graph) {
        this.graph = graph;
        this.rules = new Rules(graph);
    }

    Form of(Node shape) {
        return of(shape, 0);
    }

    private Form of(Node shape, int depth) {
        var type = one(shape, Sh.targetClass);
        var keys = new HashSet<String>();
        var fields = new LinkedHashMap<Node, List<Field>>();
        G.listSP(graph, shape, Sh.property).stream()
                .filter(property -> one(property, Sh.path).filter(Node::isURI).isPresent())
                .sorted(Comparator.comparingDouble(this::order)
                        .thenComparing(
                                property -> one(property, Sh.path).orElseThrow().getURI()))
                .forEach(property -> fields.computeIfAbsent(
                                one(property, Rules.sh("group")).orElse(Node.ANY), none -> new ArrayList<>())
                        .add(field(type, property, keys, depth)));
        var groups = fields.keySet().stream()
                .sorted(Comparator.comparingDouble(this::order).thenComparing(group -> group.toString()))
                .map(group -> new Group(
                        group.isURI() ? local(group) : "other",
                        words(group, Rdfs.label, ""),
                        fields.getOrDefault(group, List.of())))
                .toList();
        return new Form(
                shape, type, words(shape, Rdfs.label, type.map(Drawing::local).orElse("")), groups);
    }

    private Field field(Optional<Node> type, Node property, Set<String> keys, int depth) {
        var path = one(property, Sh.path).orElseThrow();
        var demand = rules.of(type, path, property);
        var inner = one(property, Rules.sh("node"))
                .filter(node -> depth < DEEPEST && graph.contains(node, Sh.property, Node.ANY));
        var source = new Source(
                demand.values(),
                G.listSP(graph, property, CODE_LIST).stream()
                        .sorted(Comparator.comparing(Node::toString))
                        .toList(),
                classes(property));
        var datatype = demand.datatype().orElse(XSDDatatype.XSDstring);
        var widget = widget(property, source, datatype, inner.isPresent());
        var key = local(path);
        for (var at = 2; !keys.add(key); at++) {
            key = local(path) + at;
        }
        return new Field(
                key,
                path,
                words(property, Rules.sh("name"), local(path)),
                words(property, Rules.sh("description"), ""),
                widget,
                demand.needed(),
                !demand.once() && !widget.isInTwoLanguages() && widget != Widget.TRUTH,
                source,
                datatype,
                demand.law(),
                inner.map(node -> of(node, depth + 1)));
    }

    /** A class whose members are chosen from a list says nothing more about where they come from. */
    private List<Node> classes(Node property) {
        return G.listSP(graph, property, Rules.sh("class")).stream()
                .filter(each -> !each.equals(Skos.Concept) || !graph.contains(property, CODE_LIST, Node.ANY))
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    private Widget widget(Node property, Source source, RDFDatatype datatype, boolean hasParts) {
        if (hasParts) {
            return Widget.PART;
        }
        if (!source.isEmpty()) {
            return source.classes().isEmpty() ? Widget.CHOICE : Widget.REFERENCE;
        }
        var isLong = one(property, SINGLE_LINE).filter(Rules::isFalse).isPresent();
        if (datatype.getURI().equals(RDF.langString.getURI())) {
            return isLong ? Widget.PROSE_IN_TWO : Widget.NAME;
        }
        if (NUMBERS.contains(datatype)) {
            return Widget.NUMBER;
        }
        if (datatype.equals(XSDDatatype.XSDboolean)) {
            return Widget.TRUTH;
        }
        if (datatype.equals(XSDDatatype.XSDdate)) {
            return Widget.DAY;
        }
        if (datatype.equals(XSDDatatype.XSDdateTime)) {
            return Widget.INSTANT;
        }
        var isThing = one(property, Rules.sh("nodeKind"))
                .filter(Rules.sh("IRI")::equals)
                .isPresent();
        return isThing ? Widget.REFERENCE : isLong ? Widget.PROSE : Widget.LINE;
    }

    private double order(Node of) {
        return one(of, Rules.sh("order"))
                .map(value -> Double.parseDouble(value.getLiteralLexicalForm()))
                .orElse(Double.MAX_VALUE);
    }

    /** What is said in both languages; the one for the other if only one is there. */
    private Text words(Node of, Node property, String otherwise) {
        var zh = "";
        var en = "";
        var plain = "";
        for (var text : G.listSP(graph, of, property)) {
            switch (text.isLiteral() ? text.getLiteralLanguage() : "?") {
                case "zh" -> zh = text.getLiteralLexicalForm();
                case "en" -> en = text.getLiteralLexicalForm();
                case "" -> plain = text.getLiteralLexicalForm();
                default -> {}
            }
        }
        var any = !plain.isEmpty() ? plain : !zh.isEmpty() ? zh : !en.isEmpty() ? en : otherwise;
        return new Text(zh.isEmpty() ? any : zh, en.isEmpty() ? any : en);
    }

    private Optional<Node> one(Node subject, Node property) {
        return G.listSP(graph, subject, property).stream().min(Comparator.comparing(Node::toString));
    }

    private static String local(Node node) {
        var text = node.isURI() ? node.getURI() : "";
        return text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('#')) + 1);
    }
}

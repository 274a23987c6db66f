package org.shuqi.agreement;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.shuqi.problem.Text;
import org.shuqi.time.Instants;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Skos;

/** What a graph says of a node. */
record Said(Graph graph, Node node) {

    /** The values of a property, in the order of their spelling. */
    List<Node> all(Node property) {
        return graph.find(node, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    Optional<Node> one(Node property) {
        return all(property).stream().findFirst();
    }

    /** The same of what the property leads to. */
    Stream<Said> each(Node property) {
        return all(property).stream().map(value -> new Said(graph, value));
    }

    Optional<String> text(Node property) {
        return one(property).filter(Node::isLiteral).map(Node::getLiteralLexicalForm);
    }

    Optional<Instant> instant(Node property, ZoneId zone) {
        return text(property).flatMap(text -> Instants.parse(text, zone));
    }

    boolean has(Node property, Node value) {
        return graph.contains(node, property, value);
    }

    /** The code of a concept: its last segment. */
    Optional<String> code(Node property) {
        return one(property).filter(Node::isURI).map(Said::last);
    }

    static String last(Node concept) {
        return concept.getURI().replaceAll(".*[/#]", "");
    }

    /** What people call the node: its label or title, else the last part of its name. */
    Text name() {
        for (var property : List.of(Skos.prefLabel, Dct.title)) {
            var zh = in(property, "zh");
            var en = in(property, "en");
            if (zh.isPresent() || en.isPresent()) {
                return new Text(zh.or(() -> en).orElseThrow(), en.or(() -> zh).orElseThrow());
            }
        }
        var last = node.isURI() ? last(node) : node.toString();
        return new Text(last, last);
    }

    private Optional<String> in(Node property, String language) {
        return all(property).stream()
                .filter(value -> value.isLiteral() && value.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .findFirst();
    }

    /** An instant as it is written into the graph. */
    static Node instant(Instant at, ZoneId zone) {
        var text = at.atZone(zone)
                .format(java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", java.util.Locale.ROOT));
        var nanos = at.getNano();
        var fraction = nanos == 0 ? "" : ".%09d".formatted(nanos).replaceAll("0+$", "");
        return NodeFactory.createLiteralDT(
                text + fraction + at.atZone(zone).getOffset().getId().replace("Z", "+00:00"), XSDDatatype.XSDdateTime);
    }

    static Node day(java.time.LocalDate day) {
        return NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
    }

    /** A sentence in Chinese if it has a Chinese character, else in English. */
    static Node sentence(String text) {
        var chinese =
                text.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
        return NodeFactory.createLiteralLang(text, chinese ? "zh" : "en");
    }
}

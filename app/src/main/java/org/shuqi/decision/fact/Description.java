package org.shuqi.decision.fact;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Text;
import org.shuqi.time.Instants;
import org.shuqi.time.Span;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** Everything the graph says with one subject, each statement once however many named graphs repeat it. */
final class Description {

    private final Node subject;
    private final Map<Node, Set<Node>> said = new HashMap<>();
    private final Terms terms;
    private final ZoneId zone;

    Description(Statements statements, Node subject, Terms terms, ZoneId zone) {
        this.subject = subject;
        this.terms = terms;
        this.zone = zone;
        statements.of(subject).forEachRemaining(quad -> said.computeIfAbsent(
                        quad.getPredicate(), none -> new LinkedHashSet<>())
                .add(quad.getObject()));
    }

    /** The IRI of a node; a blank node begins with {@code _:}, which no IRI does. */
    static String key(Node node) {
        return node.isBlank() ? "_:" + node.getBlankNodeLabel() : node.getURI();
    }

    String iri() {
        return key(subject);
    }

    int id() {
        return terms.add(iri());
    }

    boolean isA(Node type) {
        return nodes(Rdf.type).contains(type);
    }

    boolean says(Node predicate) {
        return said.containsKey(predicate);
    }

    Set<Node> nodes(Node predicate) {
        return said.getOrDefault(predicate, Set.of());
    }

    /** The resources. */
    Ids ids(Node predicate) {
        return Ids.of(resources(predicate).mapToInt(terms::add).toArray());
    }

    /** The IRIs of the resources, in no order. */
    Stream<String> resources(Node predicate) {
        return nodes(predicate).stream()
                .filter(node -> node.isURI() || node.isBlank())
                .map(Description::key);
    }

    /** The texts of the literals, sorted. */
    List<String> texts(Node predicate) {
        return nodes(predicate).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .toList();
    }

    /** True if it says true and nothing else. */
    boolean isTrue(Node predicate) {
        return truth(predicate).orElse(false);
    }

    /** True if it says anything but false: for what must not slip through. */
    boolean mayBe(Node predicate) {
        return nodes(predicate).stream().anyMatch(node -> !isBoolean(node, "false", "0"));
    }

    /** What it says, if it says one thing only. */
    Optional<Boolean> truth(Node predicate) {
        var nodes = nodes(predicate);
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        if (nodes.stream().allMatch(node -> isBoolean(node, "true", "1"))) {
            return Optional.of(true);
        }
        return nodes.stream().allMatch(node -> isBoolean(node, "false", "0")) ? Optional.of(false) : Optional.empty();
    }

    private static boolean isBoolean(Node node, String word, String digit) {
        return node.isLiteral()
                && (node.getLiteralLexicalForm().equals(word)
                        || node.getLiteralLexicalForm().equals(digit));
    }

    /** The whole number it says, if it says one only. */
    OptionalInt number(Node predicate) {
        var texts = texts(predicate);
        try {
            return texts.size() == 1 && nodes(predicate).size() == 1
                    ? OptionalInt.of(Integer.parseInt(texts.get(0)))
                    : OptionalInt.empty();
        } catch (NumberFormatException unreadable) {
            return OptionalInt.empty();
        }
    }

    /** The instants it names; empty if one of the values is no date or date-time. */
    Optional<List<Instant>> instants(Node predicate) {
        var instants = new ArrayList<Instant>();
        for (var node : nodes(predicate)) {
            var instant = node.isLiteral() ? instant(node) : Optional.<Instant>empty();
            if (instant.isEmpty()) {
                return Optional.empty();
            }
            instants.add(instant.get());
        }
        return Optional.of(instants.stream().distinct().sorted().toList());
    }

    private Optional<Instant> instant(Node literal) {
        return Instants.parse(literal.getLiteralLexicalForm(), zone);
    }

    /** The one instant it names; empty if there is none, or more than one, or one cannot be read. */
    Optional<Instant> instant1(Node predicate) {
        return instants(predicate).filter(all -> all.size() == 1).map(all -> all.get(0));
    }

    /** The earliest end it names: never if there is none, always past if one cannot be read. */
    Instant earliest(Node predicate) {
        return instants(predicate)
                .map(all -> all.isEmpty() ? Instant.MAX : all.get(0))
                .orElse(Instant.MIN);
    }

    /** The period of something that holds data back: an end that is missing or unclear does not limit it. */
    Span widest() {
        return new Span(
                instant1(Sq.validFrom).orElse(Instant.MIN),
                instant1(Sq.validUntil).orElse(Instant.MAX));
    }

    /** The period of something that lets data flow: never if a stated end is unclear, or a needed one missing. */
    Span narrowest(boolean needsFrom, boolean needsUntil) {
        if (unclear(Sq.validFrom, needsFrom) || unclear(Sq.validUntil, needsUntil)) {
            return Span.NEVER;
        }
        return widest();
    }

    private boolean unclear(Node predicate, boolean needed) {
        return says(predicate) ? instant1(predicate).isEmpty() : needed;
    }

    /** Label or title in both languages, else the last segment of the IRI. */
    Text name() {
        var labels = says(Skos.prefLabel) ? nodes(Skos.prefLabel) : nodes(Dct.title);
        var plain = segment(iri());
        var zh = inLanguage(labels, "zh").or(() -> inLanguage(labels, "")).or(() -> inLanguage(labels, "en"));
        var en = inLanguage(labels, "en").or(() -> inLanguage(labels, "")).or(() -> inLanguage(labels, "zh"));
        return new Text(zh.orElse(plain), en.orElse(plain));
    }

    private static Optional<String> inLanguage(Set<Node> labels, String language) {
        return labels.stream()
                .filter(node -> node.isLiteral() && node.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst();
    }

    /** What follows the last slash or hash. */
    static String segment(String iri) {
        var end = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#'));
        return iri.substring(end + 1);
    }
}

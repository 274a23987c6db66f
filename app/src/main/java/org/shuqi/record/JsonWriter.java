package org.shuqi.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.shuqi.record.JsonContext.Term;
import org.shuqi.vocabulary.Rdf;

/**
 * Writes a description as a tree in the words of the published context: same triples, same text, byte for byte. What
 * the context has no short form for is written out in full, so that nothing is lost on the way back.
 */
final class JsonWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonContext context;
    private final Graph graph;
    private final Set<Node> owned;
    private final Set<Node> written = new HashSet<>();
    private final Map<Node, String> labels = new HashMap<>();

    private JsonWriter(JsonContext context, Graph graph, Set<Node> owned) {
        this.context = context;
        this.graph = graph;
        this.owned = owned;
    }

    /** The tree of the subject, with the nodes it owns inside. */
    static ObjectNode write(Node subject, Graph description, JsonContext context) {
        var owned = new HashSet<Node>();
        description.find().forEachRemaining(triple -> owned.add(triple.getSubject()));
        return new JsonWriter(context, description, owned).node(subject);
    }

    private ObjectNode node(Node subject) {
        written.add(subject);
        var object = NODES.objectNode();
        if (subject.isURI()) {
            object.put(context.alias("@id"), subject.getURI());
        } else if (isShared(subject)) {
            object.put(context.alias("@id"), label(subject));
        }
        var types = new TreeSet<String>();
        graph.find(subject, Rdf.type, Node.ANY).forEachRemaining(triple -> types.add(type(triple.getObject())));
        if (!types.isEmpty()) {
            object.set(
                    context.alias("@type"),
                    one(types.stream().map(NODES::textNode).toList(), false));
        }
        keys(subject).forEach(object::set);
        return object;
    }

    /** Every key with its value, in the order of the context. */
    private Map<String, JsonNode> keys(Node subject) {
        var byProperty = new TreeMap<String, List<Node>>();
        graph.find(subject, Node.ANY, Node.ANY)
                .filterDrop(triple -> triple.getPredicate().equals(Rdf.type))
                .forEachRemaining(triple -> byProperty
                        .computeIfAbsent(triple.getPredicate().getURI(), none -> new ArrayList<>())
                        .add(triple.getObject()));
        var values = new HashMap<String, List<Node>>();
        byProperty.forEach((property, objects) ->
                objects.forEach(object -> values.computeIfAbsent(key(property, object), none -> new ArrayList<>())
                        .add(object)));
        var keys = new LinkedHashMap<String, JsonNode>();
        values.keySet().stream()
                .sorted(Comparator.comparingInt(context::order).thenComparing(Comparator.naturalOrder()))
                .forEach(key -> keys.put(key, value(key, values.getOrDefault(key, List.of()))));
        return keys;
    }

    /** The key that writes this value shortest and reads back the same. */
    private String key(String property, Node object) {
        var terms = context.termsFor(property);
        return terms.stream()
                .filter(term -> fits(term, object))
                .findFirst()
                .or(() -> terms.stream()
                        .filter(term -> term.containers().stream().allMatch(one -> one.equals("@set")))
                        .findFirst())
                .map(Term::name)
                .orElse(property);
    }

    private boolean fits(Term term, Node object) {
        if (object.isURI() || object.isBlank()) {
            return !term.holds("@language")
                    && (term.isReference() || term.type().isEmpty());
        }
        if (object.getLiteralLanguage().isEmpty()) {
            return !term.holds("@language")
                    && (term.type().equals(object.getLiteralDatatypeURI())
                            || (term.type().isEmpty() && isPlain(object)));
        }
        return term.holds("@language");
    }

    private JsonNode value(String key, List<Node> objects) {
        var term = context.term(key);
        var sorted = objects.stream().sorted(ORDER).toList();
        if (term.filter(known -> known.holds("@language")).isPresent()) {
            return languageMap(sorted);
        }
        var values = new ArrayList<JsonNode>();
        sorted.forEach(object -> values.add(single(term.orElse(null), object)));
        if (objects.stream().anyMatch(Node::isBlank)) {
            // the labels of blank nodes change from run to run, their contents do not
            values.sort(Comparator.comparing(JsonNode::toString));
        }
        return one(values, term.filter(known -> known.holds("@set")).isPresent());
    }

    private static JsonNode one(List<? extends JsonNode> values, boolean asSet) {
        return values.size() == 1 && !asSet ? values.get(0) : array(values);
    }

    private static ArrayNode array(List<? extends JsonNode> values) {
        var array = NODES.arrayNode();
        values.forEach(array::add);
        return array;
    }

    private static ObjectNode languageMap(List<Node> sorted) {
        var byLanguage = new TreeMap<String, List<JsonNode>>(LANGUAGES);
        sorted.forEach(text -> byLanguage
                .computeIfAbsent(text.getLiteralLanguage(), none -> new ArrayList<>())
                .add(NODES.textNode(text.getLiteralLexicalForm())));
        var map = NODES.objectNode();
        byLanguage.forEach((language, texts) -> map.set(language, one(texts, false)));
        return map;
    }

    private JsonNode single(@Nullable Term term, Node object) {
        if (object.isLiteral()) {
            return literal(term, object);
        }
        var list = object.isBlank() ? RdfLists.read(graph, object) : Optional.<List<Node>>empty();
        if (list.isPresent()) {
            var written = NODES.objectNode();
            written.set(
                    "@list",
                    array(list.get().stream().map(item -> single(term, item)).toList()));
            return written;
        }
        if (owned.contains(object) && !written.contains(object)) {
            return node(object);
        }
        return reference(term, object);
    }

    private JsonNode reference(@Nullable Term term, Node object) {
        var iri = object.isBlank() ? label(object) : object.getURI();
        if (term == null || !term.isReference()) {
            return NODES.objectNode().put(context.alias("@id"), iri);
        }
        return NODES.textNode(term.type().equals("@vocab") ? code(term, iri) : iri);
    }

    private String code(Term term, String iri) {
        if (!term.vocab().isEmpty() && iri.startsWith(term.vocab())) {
            var code = iri.substring(term.vocab().length());
            if (!code.isEmpty() && !code.contains(":") && !code.startsWith("@") && !context.isTaken(code)) {
                return code;
            }
        }
        return iri;
    }

    private JsonNode literal(@Nullable Term term, Node object) {
        var text = object.getLiteralLexicalForm();
        var datatype = object.getLiteralDatatypeURI();
        var coerced = term != null && term.type().equals(datatype);
        if (coerced || ((term == null || term.type().isEmpty()) && isPlain(object))) {
            return isNative(object) ? JsonTree.tree(object.getLiteralValue()) : NODES.textNode(text);
        }
        var written = NODES.objectNode().put("@value", text);
        return object.getLiteralLanguage().isEmpty()
                ? written.put("@type", datatype)
                : written.put("@language", object.getLiteralLanguage());
    }

    private static boolean isPlain(Node literal) {
        return literal.getLiteralDatatype().equals(XSDDatatype.XSDstring) || isNative(literal);
    }

    /** Whether JSON has the value itself, and writes it as the graph does. */
    private static boolean isNative(Node literal) {
        var text = literal.getLiteralLexicalForm();
        var datatype = literal.getLiteralDatatype();
        return (datatype.equals(XSDDatatype.XSDboolean) && (text.equals("true") || text.equals("false")))
                || (datatype.equals(XSDDatatype.XSDinteger) && text.matches("0|-?[1-9][0-9]{0,14}"));
    }

    private String type(Node type) {
        return context.termsFor(type.getURI()).stream()
                .findFirst()
                .map(Term::name)
                .orElse(type.getURI());
    }

    private boolean isShared(Node blank) {
        return labels.containsKey(blank)
                || graph.find(Node.ANY, Node.ANY, blank).toList().size() > 1;
    }

    private String label(Node blank) {
        return labels.computeIfAbsent(blank, none -> "_:b" + labels.size());
    }

    /** Chinese first, then English, then the rest by tag. */
    private static final Comparator<String> LANGUAGES = Comparator.comparingInt(
                    (String tag) -> tag.equals("zh") ? 0 : tag.equals("en") ? 1 : 2)
            .thenComparing(Comparator.naturalOrder());

    private static final Comparator<Node> ORDER = Comparator.comparing(JsonWriter::sortKey);

    private static String sortKey(Node node) {
        return node.isLiteral()
                ? node.getLiteralLexicalForm() + " " + node.getLiteralLanguage() + " " + node.getLiteralDatatypeURI()
                : node.toString();
    }
}

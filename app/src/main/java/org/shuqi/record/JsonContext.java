package org.shuqi.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The published JSON-LD context: which key stands for which property, and how its values are written.
 *
 * <p>It is the only context that a document may name; inline contexts are understood as well, every other address is
 * refused and never fetched.
 */
public final class JsonContext {

    /** The address that documents name. */
    public static final String IRI = "https://w3id.org/shuqi/context/shuqi.jsonld";

    private static final String FILE = "/ontology/context/shuqi.jsonld";
    private static final byte[] BYTES = bytesOf(FILE);
    private static final JsonContext PUBLISHED = new JsonContext((ObjectNode) JsonTree.of(BYTES));

    private final ObjectNode body;
    private final Map<String, Term> terms = new LinkedHashMap<>();
    private final Map<String, String> prefixes = new HashMap<>();
    private final Map<String, List<Term>> byIri = new HashMap<>();

    JsonContext(ObjectNode document) {
        body = (ObjectNode) document.get("@context");
        body.properties().stream()
                .filter(entry -> entry.getValue().isTextual() && !entry.getKey().startsWith("@"))
                .filter(entry -> entry.getValue().textValue().matches(".*[/#:?\\[\\]@]$"))
                .forEach(entry -> prefixes.put(entry.getKey(), entry.getValue().textValue()));
        body.properties().stream()
                .filter(entry -> entry.getValue().path("@prefix").asBoolean(false))
                .forEach(entry -> prefixes.put(
                        entry.getKey(), entry.getValue().path("@id").asText()));
        body.properties().stream()
                .filter(entry -> !entry.getKey().startsWith("@") && !prefixes.containsKey(entry.getKey()))
                .forEach(entry -> put(entry.getKey(), entry.getValue()));
    }

    /** The context of this release. */
    public static JsonContext published() {
        return PUBLISHED;
    }

    /** The published file, byte for byte. */
    public static byte[] bytes() {
        return BYTES.clone();
    }

    /** The context itself, to be put into a document. */
    JsonNode body() {
        return body;
    }

    /** The terms for a property or class, in the order of the file. */
    List<Term> termsFor(String iri) {
        return byIri.getOrDefault(iri, List.of());
    }

    Optional<Term> term(String name) {
        return Optional.ofNullable(terms.get(name));
    }

    /** Names of all terms, for suggestions. */
    Iterable<String> names() {
        return terms.keySet();
    }

    /** Key for {@code @id} or {@code @type}: its alias if there is one. */
    String alias(String keyword) {
        return termsFor(keyword).stream().findFirst().map(Term::name).orElse(keyword);
    }

    /** Place of a key in the file; unknown ones come last. */
    int order(String name) {
        return term(name).map(Term::order).orElse(Integer.MAX_VALUE);
    }

    /** The property that a key of a document or a filter means; empty if it means none. */
    Optional<String> property(String key) {
        var term = terms.get(key);
        if (term != null) {
            return Optional.of(term.iri());
        }
        var colon = key.indexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        var prefix = prefixes.get(key.substring(0, colon));
        if (prefix != null) {
            return Optional.of(prefix + key.substring(colon + 1));
        }
        return key.matches("(https?|urn):.+") ? Optional.of(key) : Optional.empty();
    }

    /** Whether reading the text as a vocabulary value would give another term than meant. */
    boolean isTaken(String text) {
        return terms.containsKey(text) || prefixes.containsKey(text);
    }

    private void put(String name, JsonNode definition) {
        var iri = expanded(
                definition.isTextual()
                        ? definition.textValue()
                        : definition.path("@id").asText(name));
        var term = new Term(
                name,
                iri,
                expanded(definition.path("@type").asText("")),
                containers(definition.path("@container")),
                definition.path("@context").path("@vocab").asText(""),
                terms.size());
        terms.put(name, term);
        byIri.computeIfAbsent(iri, none -> new ArrayList<>()).add(term);
    }

    private static List<String> containers(JsonNode declared) {
        var found = new ArrayList<String>();
        if (declared.isTextual()) {
            found.add(declared.textValue());
        }
        declared.forEach(one -> found.add(one.asText()));
        return List.copyOf(found);
    }

    private String expanded(String name) {
        var colon = name.indexOf(':');
        var prefix = colon < 1 ? null : prefixes.get(name.substring(0, colon));
        if (prefix != null) {
            return prefix + name.substring(colon + 1);
        }
        return colon < 0 && !name.isEmpty() && !name.startsWith("@")
                ? body.path("@vocab").asText("") + name
                : name;
    }

    private static byte[] bytesOf(String file) {
        try (var stream = JsonContext.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is not in the program");
            }
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * One key.
     *
     * @param name the key
     * @param iri what it stands for
     * @param type how values are read: {@code @id}, {@code @vocab}, a datatype, or empty
     * @param containers {@code @language}, {@code @set}, {@code @list}
     * @param vocab what codes under this key are relative to; empty if nothing
     * @param order place in the file
     */
    record Term(String name, String iri, String type, List<String> containers, String vocab, int order) {

        boolean isReference() {
            return type.equals("@id") || type.equals("@vocab");
        }

        boolean holds(String container) {
            return containers.contains(container);
        }
    }
}

package org.shuqi.record;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Problem;
import org.shuqi.problem.Refusal;
import org.shuqi.vocabulary.Adms;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/**
 * Finds the records of a kind that match. Reads one property at a time from the graph, so a filter costs as much as its
 * property has values; a search that takes too long is refused, never cut short in silence.
 */
final class Finder {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final List<Node> TEXTS = List.of(
            Skos.prefLabel,
            Skos.altLabel,
            Dct.title,
            Dct.description,
            Dct.identifier,
            Org.identifier,
            Adms.identifier,
            Dcat.keyword,
            Sq.fieldName,
            Sq.documentNumber,
            Sq.article);

    private final Graph union;
    private final Members records;
    private final long deadline = System.nanoTime() + LONGEST.toNanos();

    Finder(Graph union, Members records) {
        this.union = union;
        this.records = records;
    }

    /** The IRIs of the matching records, in their order. */
    Stream<String> find(Search search) {
        var sets = new ArrayList<Set<Node>>();
        search.filters().forEach((field, values) -> sets.add(withField(field, values)));
        search.text().map(text -> text.toLowerCase(Locale.ROOT).split("\\s+")).ifPresent(words -> {
            for (var word : words) {
                sets.add(withText(word));
            }
        });
        if (sets.isEmpty()) {
            return records.all();
        }
        var found = sets.get(0);
        sets.forEach(found::retainAll);
        return found.stream().map(Node::getURI).sorted();
    }

    private Set<Node> withField(String field, List<String> values) {
        var context = JsonContext.published();
        var property = field.equals(context.alias("@type"))
                ? Optional.of(Rdf.type.getURI())
                : context.property(field).filter(iri -> !iri.startsWith("@"));
        if (property.isEmpty()) {
            throw new Refusal(Problem.of(Kind.UNUSABLE, KnownTerms.unknownField(field, context.names())));
        }
        return with(
                NodeFactory.createURI(property.get()), node -> values.stream().anyMatch(value -> means(node, value)));
    }

    private Set<Node> withText(String word) {
        var found = new HashSet<Node>();
        TEXTS.forEach(property -> found.addAll(with(
                property,
                node -> node.isLiteral()
                        && node.getLiteralLexicalForm().toLowerCase(Locale.ROOT).contains(word))));
        records.all()
                .filter(iri -> iri.toLowerCase(Locale.ROOT).endsWith("/" + word))
                .map(NodeFactory::createURI)
                .forEach(found::add);
        return found;
    }

    private Set<Node> with(Node property, Predicate<Node> matches) {
        var found = new HashSet<Node>();
        var count = 0;
        var triples = union.find(Node.ANY, property, Node.ANY);
        try {
            while (triples.hasNext()) {
                var triple = triples.next();
                if (++count % 4096 == 0 && System.nanoTime() > deadline) {
                    throw Refusal.of(Kind.OVERLOADED, "检索用时过长；请缩小条件", "the search takes too long; ask for less");
                }
                if (matches.test(triple.getObject())) {
                    owner(triple.getSubject()).ifPresent(found::add);
                }
            }
        } finally {
            triples.close();
        }
        return found;
    }

    /** A value is meant by its text, its IRI, or the last part of its IRI. */
    private static boolean means(Node node, String value) {
        if (node.isLiteral()) {
            return node.getLiteralLexicalForm().equals(value);
        }
        return node.isURI()
                && (node.getURI().equals(value)
                        || node.getURI().endsWith("/" + value)
                        || node.getURI().endsWith("#" + value));
    }

    /** The record that the node is, or is part of. */
    private Optional<Node> owner(Node node) {
        var waiting = new ArrayDeque<Node>(List.of(node));
        var seen = new HashSet<Node>();
        while (!waiting.isEmpty() && seen.size() < 64) {
            var at = waiting.remove();
            if (records.has(at)) {
                return Optional.of(at);
            }
            if (seen.add(at)) {
                parents(at).forEach(waiting::add);
            }
        }
        return Optional.empty();
    }

    private List<Node> parents(Node node) {
        var parents = new ArrayList<Node>();
        if (node.isBlank()) {
            union.find(Node.ANY, Node.ANY, node).forEachRemaining(triple -> parents.add(triple.getSubject()));
        } else if (node.isURI()) {
            var iri = node.getURI();
            var cut = iri.indexOf('#') > 0 ? iri.indexOf('#') : iri.lastIndexOf('/');
            if (cut > "https://".length()) {
                parents.add(NodeFactory.createURI(iri.substring(0, cut)));
            }
        }
        return parents;
    }
}

package org.shuqi.record;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
 * Finds the records of a kind that match. What a word may mean as a value is looked up where it is known how the values of a
 * property are written; else all of them are read. A search that takes too long is refused, never cut short in silence.
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
    private final Function<Node, Optional<Spellings>> spellings;
    private long looked;
    private final long deadline = System.nanoTime() + LONGEST.toNanos();

    /**
     * Among the records of a kind.
     *
     * @param spellings how the values of a property are written, if that is known
     */
    Finder(Graph union, Members records, Function<Node, Optional<Spellings>> spellings) {
        this.union = union;
        this.records = records;
        this.spellings = spellings;
    }

    /** One that reads every value. */
    static Finder reading(Graph union, Members records) {
        return new Finder(union, records, property -> Optional.empty());
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
        var node = NodeFactory.createURI(property.get());
        var meant = meant(node, values);
        return meant.isPresent()
                ? having(node, meant.get())
                : with(node, value -> values.stream().anyMatch(word -> means(value, word)));
    }

    /** The values that one of the words means; empty if all values have to be read to know them. */
    private Optional<Set<Node>> meant(Node property, List<String> words) {
        var all = new HashSet<Node>();
        for (var word : words) {
            var meant = spellings.apply(property).flatMap(each -> each.meant(word));
            if (meant.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(meant.get());
        }
        return Optional.of(all);
    }

    private Set<Node> having(Node property, Set<Node> values) {
        var found = new HashSet<Node>();
        for (var value : values) {
            var triples = union.find(Node.ANY, property, value);
            try {
                while (triples.hasNext()) {
                    look();
                    var triple = triples.next();
                    // the database holds 042 for 42, which is another text
                    if (values.contains(triple.getObject())) {
                        owner(triple.getSubject()).ifPresent(found::add);
                    }
                }
            } finally {
                triples.close();
            }
        }
        return found;
    }

    /** Counts what was looked at; refuses to go on for too long. */
    private void look() {
        if (++looked % 4096 == 0 && System.nanoTime() > deadline) {
            throw Refusal.of(Kind.OVERLOADED, "检索用时过长；请缩小条件", "the search takes too long; ask for less");
        }
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
        var triples = union.find(Node.ANY, property, Node.ANY);
        try {
            while (triples.hasNext()) {
                var triple = triples.next();
                look();
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

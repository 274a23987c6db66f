package org.shuqi.web.vocab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.graph.Snapshot;
import org.shuqi.standard.InForce;
import org.shuqi.standard.Places;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Owl;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Rdfs;
import org.shuqi.vocabulary.Sh;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Said;
import org.shuqi.web.View;
import org.shuqi.web.vocab.VocabPage.Entry;
import org.shuqi.web.vocab.VocabPage.Group;

/** The words in force, as somebody reads them. */
final class Lexicon {

    /** Administrative divisions are too many for a list of names; they are looked up. */
    private static final int MOST_FOUND = 60;

    private static final String LAW = "https://w3id.org/shuqi/";
    private static final List<String> SPACES = List.of(Sq.NS, Sq.CODE, Places.SHAPES);

    private static final String OTHER = "other";

    private final Graph words;
    private final Graph shapes;
    private final Locale reader;

    private Lexicon(Graph words, Graph shapes, Locale reader) {
        this.words = words;
        this.shapes = shapes;
        this.reader = reader;
    }

    /** Those of a snapshot. */
    static Lexicon of(Snapshot now, InForce held, Locale reader) {
        var words = GraphFactory.createDefaultGraph();
        Places.open().forEach(graph -> now.dataset()
                .find(graph, Node.ANY, Node.ANY, Node.ANY)
                .forEachRemaining(quad -> words.add(quad.asTriple())));
        return new Lexicon(words, held.shapes(), reader);
    }

    Graph words() {
        return words;
    }

    Locale reader() {
        return reader;
    }

    Graph shapes() {
        return shapes;
    }

    /** The word that a name in an address stands for: a term, a code list, a code, a law; or its whole IRI. */
    Optional<Node> named(String name) {
        return Stream.of(name, Sq.NS + name, Sq.CODE + name, LAW + name)
                .map(NodeFactory::createURI)
                .filter(node -> words.contains(node, Rdf.type, Node.ANY))
                .findFirst();
    }

    /** Where the word is shown; empty for words of others. */
    static String address(Node term) {
        if (!term.isURI()) {
            return "";
        }
        var iri = term.getURI();
        if (iri.startsWith(Places.SHAPES)) {
            return "/shapes/" + iri.substring(Places.SHAPES.length());
        }
        return Stream.of(Sq.NS, Sq.CODE, LAW)
                .filter(iri::startsWith)
                .findFirst()
                .map(space -> "/vocab/" + iri.substring(space.length()))
                .orElse("");
    }

    Entry entry(Node term) {
        return new Entry(address(term), name(term), code(term), definition(term));
    }

    Said name(Node term) {
        return Said.name(words, term, reader);
    }

    private Said definition(Node term) {
        return Said.literal(words, term, Skos.definition, reader)
                .or(() -> Said.literal(words, term, Dct.description, reader))
                .orElse(Said.code(""));
    }

    static String code(Node term) {
        var iri = term.getURI();
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }

    /** Classes of ours below no other class of ours. */
    List<Entry> tops() {
        return sorted(
                of(Owl.Class).filter(type -> objects(type, Rdfs.subClassOf).noneMatch(Lexicon::isOurs)));
    }

    /** All classes of ours. */
    Stream<Node> classes() {
        return of(Owl.Class);
    }

    /** Properties by what they are about, as the files of the release divide them; {@code other} for those published here. */
    Map<String, List<Node>> byTopic() {
        var topics = new TreeMap<String, List<Node>>(Comparator.<String, Boolean>comparing(topic -> topic.equals(OTHER))
                .thenComparing(topic -> topic));
        Stream.of(Owl.ObjectProperty, Owl.DatatypeProperty)
                .flatMap(this::of)
                .distinct()
                .forEach(property -> topics.computeIfAbsent(
                                Topics.of(property).isEmpty() ? OTHER : Topics.of(property), any -> new ArrayList<>())
                        .add(property));
        return topics;
    }

    /** The same as somebody reads them. */
    List<Group> properties(View view) {
        return byTopic().entrySet().stream()
                .map(topic -> new Group(
                        new Said(view.t("vocab.topic." + topic.getKey()), view.lang()),
                        sorted(topic.getValue().stream())))
                .toList();
    }

    /** The code lists, by code. */
    Stream<Node> schemes() {
        return of(Skos.ConceptScheme).sorted(Comparator.comparing(Lexicon::code));
    }

    List<Entry> lists() {
        return sorted(of(Skos.ConceptScheme));
    }

    List<Entry> shapeEntries() {
        return shapes.find(Node.ANY, Rdf.type, Sh.NodeShape).mapWith(Triple::getSubject).toList().stream()
                .filter(Node::isURI)
                .filter(node -> shapes.contains(node, Dct.description, Node.ANY))
                .map(this::shapeEntry)
                .sorted(Comparator.comparing(Entry::code))
                .toList();
    }

    Entry shapeEntry(Node shape) {
        var said = Said.literal(shapes, shape, Dct.description, reader).orElse(Said.code(code(shape)));
        return new Entry(address(shape), said, code(shape), said);
    }

    /** What has all of it in a name or in the address. */
    List<Entry> search(String wanted) {
        var folded = wanted.toLowerCase(Locale.ROOT);
        return Stream.concat(
                        words.find(Node.ANY, Skos.prefLabel, Node.ANY).toList().stream(),
                        words.find(Node.ANY, Skos.altLabel, Node.ANY).toList().stream())
                .filter(triple -> triple.getSubject().isURI())
                .filter(triple -> triple.getObject()
                                .getLiteralLexicalForm()
                                .toLowerCase(Locale.ROOT)
                                .contains(folded)
                        || code(triple.getSubject()).toLowerCase(Locale.ROOT).contains(folded))
                .map(Triple::getSubject)
                .distinct()
                .sorted(Comparator.comparing(node -> node.getURI().length()))
                .limit(MOST_FOUND)
                .map(this::entry)
                .toList();
    }

    /** The words whose code is most like the name. */
    List<Entry> nearest(String name) {
        var wanted = name.substring(name.lastIndexOf('/') + 1);
        return words.find(Node.ANY, Skos.prefLabel, Node.ANY).mapWith(Triple::getSubject).toSet().stream()
                .filter(Node::isURI)
                .sorted(Comparator.<Node>comparingInt(node -> distance(wanted, code(node)))
                        .thenComparing(Node::getURI))
                .limit(5)
                .map(this::entry)
                .toList();
    }

    /** The shapes whose name is most like it. */
    List<Entry> nearestShapes(String name) {
        return shapeEntries().stream()
                .sorted(Comparator.<Entry>comparingInt(entry -> distance(name, entry.code()))
                        .thenComparing(Entry::code))
                .limit(5)
                .toList();
    }

    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var same = Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
                var best = Math.min(Math.min(row[j], row[j - 1]) + 1, corner + (same ? 0 : 1));
                corner = row[j];
                row[j] = best;
            }
        }
        return row[other.length()];
    }

    private Stream<Node> of(Node type) {
        return words.find(Node.ANY, Rdf.type, type).mapWith(Triple::getSubject).toList().stream()
                .filter(Lexicon::isOurs);
    }

    List<Entry> sorted(Stream<Node> terms) {
        return terms.distinct()
                .map(this::entry)
                .sorted(Comparator.comparing(Entry::code))
                .toList();
    }

    Stream<Node> objects(Node subject, Node property) {
        return words.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream();
    }

    Stream<Node> subjects(Node property, Node object) {
        return words.find(Node.ANY, property, object).mapWith(Triple::getSubject).toList().stream();
    }

    static boolean isOurs(Node node) {
        return node.isURI() && SPACES.stream().anyMatch(node.getURI()::startsWith);
    }
}

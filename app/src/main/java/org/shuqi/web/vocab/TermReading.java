package org.shuqi.web.vocab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.shuqi.standard.InForce;
import org.shuqi.standard.Wording;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Owl;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Rdfs;
import org.shuqi.vocabulary.Release;
import org.shuqi.vocabulary.Sh;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Vs;
import org.shuqi.web.Said;
import org.shuqi.web.vocab.TermPage.Fact;
import org.shuqi.web.vocab.TermPage.Value;
import org.shuqi.web.vocab.TermPage.Version;
import org.shuqi.web.vocab.VocabPage.Entry;

/** Reads what there is to say of one word, or one shape. */
final class TermReading {

    private static final PrefixMap PREFIXES = PrefixMapFactory.create(Wording.known());
    private static final List<Node> UPWARD = List.of(Skos.broader, Rdfs.subClassOf);

    /** What the page shows in a place of its own. */
    private static final Set<Node> SHOWN = Set.of(
            Skos.prefLabel,
            Skos.altLabel,
            Skos.definition,
            Skos.broader,
            Rdfs.subClassOf,
            Rdf.type,
            Dct.isReplacedBy,
            Owl.deprecated,
            Rdfs.isDefinedBy,
            Skos.topConceptOf);

    private final Lexicon lexicon;
    private final InForce held;

    TermReading(Lexicon lexicon, InForce held) {
        this.lexicon = lexicon;
        this.held = held;
    }

    TermPage term(Node term, long uses, boolean editable) {
        return new TermPage(
                term.getURI(),
                lexicon.name(term),
                Lexicon.code(term),
                kind(term),
                wordings(term, "zh"),
                wordings(term, "en"),
                facts(term),
                above(term),
                below(term),
                lexicon.objects(term, Dct.isReplacedBy)
                        .filter(Node::isURI)
                        .findFirst()
                        .map(lexicon::entry),
                uses,
                shapes(term),
                versions(term),
                Wording.write(Wording.of(term, lexicon.words())),
                editable);
    }

    private String kind(Node term) {
        return Map.of(
                        Owl.Class, "class",
                        Owl.ObjectProperty, "property",
                        Owl.DatatypeProperty, "property",
                        Skos.ConceptScheme, "list",
                        Skos.Concept, "code")
                .entrySet()
                .stream()
                .filter(each -> lexicon.words().contains(term, Rdf.type, each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("record");
    }

    private TermPage.Wordings wordings(Node term, String language) {
        return new TermPage.Wordings(
                texts(term, Skos.prefLabel, language).findFirst().orElse(""),
                texts(term, Skos.altLabel, language).sorted().toList(),
                Stream.concat(texts(term, Skos.definition, language), texts(term, Dct.title, language))
                        .findFirst()
                        .orElse(""));
    }

    private Stream<String> texts(Node term, Node property, String language) {
        return lexicon.objects(term, property)
                .filter(value -> value.isLiteral() && value.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm);
    }

    private List<Fact> facts(Node term) {
        var byProperty = new TreeMap<String, List<Node>>();
        lexicon.words()
                .find(term, Node.ANY, Node.ANY)
                .filterDrop(triple -> SHOWN.contains(triple.getPredicate()))
                .forEachRemaining(triple -> byProperty
                        .computeIfAbsent(triple.getPredicate().getURI(), any -> new ArrayList<>())
                        .add(triple.getObject()));
        return byProperty.entrySet().stream()
                .map(each -> new Fact(
                        key(each.getKey()),
                        NodeFmtLib.str(NodeFactory.createURI(each.getKey()), PREFIXES),
                        each.getValue().stream()
                                .map(this::value)
                                .sorted(Comparator.comparing(
                                        value -> value.said().text()))
                                .toList()))
                .toList();
    }

    /** Properties that the page has a word for. */
    private static String key(String property) {
        var names = Map.of(
                Dct.source.getURI(), "source",
                Skos.example.getURI(), "example",
                Vs.term_status.getURI(), "status",
                Rdfs.domain.getURI(), "domain",
                Rdfs.range.getURI(), "range",
                Skos.inScheme.getURI(), "scheme",
                Skos.notation.getURI(), "notation");
        return names.getOrDefault(property, "");
    }

    Value value(Node value) {
        if (value.isLiteral()) {
            return new Value(new Said(value.getLiteralLexicalForm(), value.getLiteralLanguage()), "");
        }
        var isKnown = value.isURI() && lexicon.words().contains(value, Rdf.type, Node.ANY);
        return isKnown
                ? new Value(lexicon.name(value), Lexicon.address(value))
                : new Value(Said.code(value.isBlank() ? "[ ]" : NodeFmtLib.str(value, PREFIXES)), "");
    }

    /** The way up to the top, by the first of several ways; a code list is above its codes. */
    private List<Entry> above(Node term) {
        var way = new ArrayList<Entry>();
        var seen = new HashSet<Node>(Set.of(term));
        var at = up(term);
        while (at.isPresent() && seen.add(at.get())) {
            way.add(0, lexicon.entry(at.get()));
            at = up(at.get());
        }
        return way;
    }

    private Optional<Node> up(Node term) {
        return Stream.concat(
                        UPWARD.stream().flatMap(property -> lexicon.objects(term, property)),
                        lexicon.objects(term, Skos.inScheme))
                .filter(Lexicon::isOurs)
                .findFirst();
    }

    private List<Entry> below(Node term) {
        var children = UPWARD.stream().flatMap(property -> lexicon.subjects(property, term));
        var tops = lexicon.subjects(Skos.inScheme, term)
                .filter(code -> !lexicon.words().contains(code, Skos.broader, Node.ANY));
        return lexicon.sorted(Stream.concat(children, tops).filter(Node::isURI));
    }

    private List<Entry> shapes(Node term) {
        return held.gate().looksThrough(Set.of(term)).stream()
                .map(lexicon::shapeEntry)
                .toList();
    }

    List<Version> versions(Node term) {
        var versions = new ArrayList<Version>();
        held.versionsOf(term)
                .forEach(version -> versions.add(
                        0, new Version(version.number(), day(version.issued()), "/changes/" + id(version.proposal()))));
        versions.add(new Version(Release.VERSION, "", ""));
        return versions;
    }

    private static String day(String instant) {
        return instant.length() < 10 ? instant : instant.substring(0, 10);
    }

    private static String id(Node proposal) {
        return proposal.getURI().replaceAll(".*/", "");
    }

    ShapePage shape(Node shape, long records, boolean editable) {
        var shapes = lexicon.shapes();
        return new ShapePage(
                Lexicon.code(shape),
                lexicon.shapeEntry(shape).name(),
                values(shape, Rdfs.seeAlso),
                Stream.of("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf")
                        .flatMap(target -> values(shape, sh(target)).stream())
                        .toList(),
                shapes.find(shape, sh("property"), Node.ANY).mapWith(Triple::getObject).toList().stream()
                        .map(block -> rule(block, shape))
                        .sorted(Comparator.comparing(rule -> rule.path().said().text()))
                        .toList(),
                records,
                versions(shape),
                Wording.write(Wording.of(shape, shapes)),
                editable);
    }

    private List<Value> values(Node shape, Node property) {
        return lexicon.shapes().find(shape, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .map(this::value)
                .toList();
    }

    private ShapePage.Rule rule(Node block, Node shape) {
        var shapes = lexicon.shapes();
        var words = Set.of(Sh.path, Sh.message, Sh.severity, sh("name"), sh("description"), sh("order"), sh("group"));
        var demands = shapes
                .find(block, Node.ANY, Node.ANY)
                .filterDrop(triple -> words.contains(triple.getPredicate()))
                .mapWith(triple -> demand(triple))
                .toList()
                .stream()
                .sorted()
                .toList();
        var path = shapes.find(block, Sh.path, Node.ANY)
                .mapWith(Triple::getObject)
                .nextOptional()
                .map(this::value)
                .orElse(new Value(Said.code(""), ""));
        var severity = Stream.of(block, shape)
                .flatMap(node -> shapes.find(node, Sh.severity, Node.ANY).toList().stream())
                .findFirst()
                .map(triple -> Lexicon.code(triple.getObject()).toLowerCase(java.util.Locale.ROOT))
                .orElse("violation");
        return new ShapePage.Rule(path, demands, severity, message(block, shape));
    }

    private Said message(Node block, Node shape) {
        return Stream.of(block, shape)
                .flatMap(node -> Said.literal(lexicon.shapes(), node, Sh.message, lexicon.reader()).stream())
                .findFirst()
                .orElse(Said.code(""));
    }

    private static String demand(Triple triple) {
        var value = triple.getObject();
        return NodeFmtLib.str(triple.getPredicate(), PREFIXES) + " "
                + (value.isBlank() ? "[ … ]" : NodeFmtLib.str(value, PREFIXES));
    }

    private static Node sh(String name) {
        return NodeFactory.createURI(Sh.NS + name);
    }
}

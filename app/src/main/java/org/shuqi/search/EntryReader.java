package org.shuqi.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.shuqi.vocabulary.Adms;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** Reads entries out of the graph; belongs to the thread of its snapshot. */
final class EntryReader {

    private static final List<Node> NAMES = List.of(Skos.prefLabel, Dct.title, Skos.altLabel, Skos.hiddenLabel);
    /** What a record without a name is shown by. */
    private static final List<Node> FOR_NAME = List.of(Skos.prefLabel, Dct.title, Sq.usageScenario, Skos.altLabel);

    private static final List<Node> TEXTS = List.of(
            Dct.description,
            Skos.definition,
            Skos.scopeNote,
            Dcat.keyword,
            Sq.usageBasis,
            Sq.usageScenario,
            Sq.usageScope,
            Sq.sharingCondition,
            Sq.observedValue,
            Sq.expectedValue,
            Sq.article);
    private static final List<Node> CODES =
            List.of(Dct.identifier, Org.identifier, Adms.identifier, Skos.notation, Sq.documentNumber, Sq.fieldName);
    private static final List<Node> STATUSES =
            List.of(Sq.entryStatus, Sq.agreementStatus, Sq.requestStatus, Sq.caseStatus);
    /** Who takes part. */
    private static final List<Node> PARTIES = List.of(
            Dct.publisher, Sq.requester, Sq.respondent, Sq.disputant, Sq.leadParty, Sq.supplier, Sq.sourceDepartment);

    private final DatasetGraph registry;

    EntryReader(DatasetGraph registry) {
        this.registry = registry;
    }

    /** What every graph says of it; one entry for each graph in which it is something to be found. */
    List<Entry> of(Node iri) {
        var graphs = homes(iri);
        return graphs.stream()
                .flatMap(graph -> read(iri, graph, graphs.size() > 1).stream())
                .toList();
    }

    /** Every entry there is, as long as the consumer does not throw. */
    void all(Consumer<Entry> entries) {
        for (var group : Group.values()) {
            for (var type : group.types()) {
                registry.find(Node.ANY, Node.ANY, Rdf.type, type).forEachRemaining(quad -> {
                    if (quad.getSubject().isURI()) {
                        // something of several classes comes by each of them, and counts by one
                        read(
                                        quad.getSubject(),
                                        quad.getGraph(),
                                        homes(quad.getSubject()).size() > 1)
                                .filter(entry -> entry.type().equals(type))
                                .ifPresent(entries);
                    }
                });
            }
        }
    }

    private Set<Node> homes(Node iri) {
        var graphs = new HashSet<Node>();
        registry.find(Node.ANY, iri, Rdf.type, Node.ANY).forEachRemaining(quad -> {
            if (Group.decisive(Set.of(quad.getObject())).isPresent()) {
                graphs.add(quad.getGraph());
            }
        });
        return graphs;
    }

    private Optional<Entry> read(Node iri, Node graph, boolean isTwin) {
        var said = said(iri, graph);
        var types = Set.copyOf(said.getOrDefault(Rdf.type, List.of()));
        return Group.decisive(types).map(type -> entry(iri, graph, type, said, isTwin));
    }

    private Entry entry(Node iri, Node graph, Node type, Map<Node, List<Node>> said, boolean isTwin) {
        var group = Group.ofType(type);
        var within = group == Group.ITEMS ? within(iri, graph) : Optional.<Node>empty();
        var code = texts(said, List.of(Dct.identifier, Org.identifier, Skos.notation)).stream()
                .findFirst();
        var codes = new TreeSet<>(texts(said, CODES));
        codes.add(iri.getURI().replaceAll(".*/(?=.)|.*#(?=.)", ""));
        var name = name(said);
        var texts = new ArrayList<>(texts(said, TEXTS));
        if (!said.containsKey(Skos.prefLabel) && !said.containsKey(Dct.title)) {
            texts.removeAll(List.of(name.zh(), name.en()));
        }
        return new Entry(
                iri,
                graph,
                type,
                name.or(code.orElse("")),
                names(said, name),
                List.copyOf(texts),
                List.copyOf(codes),
                code,
                within.map(dataset -> new Entry.Within(dataset, texts(said(dataset, graph), NAMES))),
                facets(iri, graph, group, said, within),
                isTwin);
    }

    private static List<String> names(Map<Node, List<Node>> said, Name shown) {
        var names = new TreeSet<>(texts(said, NAMES));
        Stream.of(shown.zh(), shown.en()).filter(name -> !name.isEmpty()).forEach(names::add);
        return List.copyOf(names);
    }

    private SortedMap<Facet, SortedSet<String>> facets(
            Node iri, Node graph, Group group, Map<Node, List<Node>> said, Optional<Node> within) {
        var facets = new TreeMap<Facet, SortedSet<String>>();
        put(facets, Facet.ATTRIBUTE, iris(said, List.of(Sq.sharingAttribute)));
        put(facets, Facet.STATUS, iris(said, STATUSES));
        put(facets, Facet.SCHEME, iris(said, List.of(Skos.inScheme)));
        var parties = iris(said, PARTIES);
        var levels = iris(said, List.of(Sq.securityLevel));
        switch (group) {
            case DATASETS ->
                said.getOrDefault(Sq.dataItem, List.of())
                        .forEach(item -> levels.addAll(iris(said(item, graph), List.of(Sq.securityLevel))));
            case ITEMS ->
                within.ifPresent(dataset -> {
                    var whole = said(dataset, graph);
                    parties.addAll(iris(whole, List.of(Dct.publisher)));
                    put(facets, Facet.ATTRIBUTE, iris(whole, List.of(Sq.sharingAttribute)));
                });
            case AGREEMENTS, REQUESTS ->
                said.getOrDefault(Odrl.permission, List.of())
                        .forEach(permission ->
                                parties.addAll(iris(said(permission, graph), List.of(Odrl.assigner, Odrl.assignee))));
            case ORGANIZATIONS -> parties.clear();
            default -> {}
        }
        put(facets, Facet.ORGANIZATION, parties);
        put(facets, Facet.LEVEL, levels);
        return facets;
    }

    private static void put(Map<Facet, SortedSet<String>> facets, Facet facet, Set<String> values) {
        if (!values.isEmpty()) {
            facets.computeIfAbsent(facet, each -> new TreeSet<>()).addAll(values);
        }
    }

    private Optional<Node> within(Node item, Node graph) {
        var owners = new TreeSet<String>();
        registry.find(graph, Node.ANY, Sq.dataItem, item).forEachRemaining(quad -> {
            if (quad.getSubject().isURI()) {
                owners.add(quad.getSubject().getURI());
            }
        });
        return owners.stream().findFirst().map(org.apache.jena.graph.NodeFactory::createURI);
    }

    private Map<Node, List<Node>> said(Node subject, Node graph) {
        var said = new HashMap<Node, List<Node>>();
        registry.find(graph, subject, Node.ANY, Node.ANY)
                .forEachRemaining(quad -> said.computeIfAbsent(quad.getPredicate(), each -> new ArrayList<>())
                        .add(quad.getObject()));
        return said;
    }

    private static Name name(Map<Node, List<Node>> said) {
        for (var property : FOR_NAME) {
            var labels = said.getOrDefault(property, List.of()).stream()
                    .filter(Node::isLiteral)
                    .toList();
            if (!labels.isEmpty()) {
                return new Name(in(labels, false), in(labels, true));
            }
        }
        return Name.NONE;
    }

    private static String in(List<Node> labels, boolean english) {
        return labels.stream()
                .filter(label -> label.getLiteralLanguage().startsWith("en") == english)
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst()
                .orElse("");
    }

    /** In the order of their text: the order of a graph is no order. */
    private static List<String> texts(Map<Node, List<Node>> said, List<Node> properties) {
        return properties.stream()
                .flatMap(property -> said.getOrDefault(property, List.of()).stream()
                        .filter(Node::isLiteral)
                        .map(Node::getLiteralLexicalForm)
                        .sorted())
                .toList();
    }

    private static Set<String> iris(Map<Node, List<Node>> said, List<Node> properties) {
        var iris = new TreeSet<String>();
        properties.forEach(property -> said.getOrDefault(property, List.of()).stream()
                .filter(Node::isURI)
                .forEach(node -> iris.add(node.getURI())));
        return iris;
    }
}

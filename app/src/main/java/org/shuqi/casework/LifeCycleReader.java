package org.shuqi.casework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.shuqi.problem.Text;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sh;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** Reads the tables from the graph. */
final class LifeCycleReader {

    private static final String PREFIXES =
            """
            PREFIX sq: <https://w3id.org/shuqi/ns#>
            PREFIX org: <http://www.w3.org/ns/org#>
            PREFIX odrl: <http://www.w3.org/ns/odrl/2/>
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    private final Graph graph;

    LifeCycleReader(Graph graph) {
        this.graph = graph;
    }

    LifeCycles read() {
        var cycles = graph.find(Node.ANY, Rdf.type, Sq.LifeCycle).toList().stream()
                .map(triple -> cycle(triple.getSubject()))
                .sorted(Comparator.comparing(cycle -> cycle.iri().getURI()))
                .toList();
        var queries = new HashMap<Node, Query>();
        graph.find(Node.ANY, Sq.select, Node.ANY)
                .forEachRemaining(triple -> queries.put(triple.getSubject(), query(triple.getObject())));
        return new LifeCycles(cycles, new Parties(queries));
    }

    private LifeCycle cycle(Node iri) {
        var steps = new ArrayList<Step>();
        all(iri, Sq.step).forEach(step -> steps.add(step(step)));
        steps.sort(Comparator.comparing(Step::code));
        var implied = new HashMap<Node, Condition>();
        var statuses = steps.stream().flatMap(step -> step.from().stream()).collect(Collectors.toSet());
        steps.forEach(step -> statuses.add(step.to()));
        statuses.forEach(status -> one(status, Sq.impliedWhen)
                .ifPresent(ask -> implied.put(status, new Condition(status, query(ask), Text.of("", "")))));
        return new LifeCycle(
                iri,
                text(iri, Skos.prefLabel),
                all(iri, Sq.ofClass),
                need(iri, Sq.statusProperty),
                need(iri, Sq.initialStatus),
                all(iri, Sq.editableIn),
                implied,
                steps);
    }

    private Step step(Node iri) {
        var contents = new Step.Contents(
                all(iri, Sq.needs),
                all(iri, Sq.takes),
                isTrue(iri, Sq.needsNote),
                one(iri, Sq.noteProperty),
                all(iri, Sq.condition).stream().map(this::condition).toList());
        var effects = new Step.Effects(
                all(iri, Sq.stamps),
                all(iri, Sq.clears),
                settings(iri),
                all(iri, Sq.opens).stream().map(this::part).toList(),
                all(iri, Sq.closes).stream().map(this::part).toList(),
                isTrue(iri, Sq.endsPredecessor),
                joining(iri));
        return new Step(
                iri,
                need(iri, Dct.identifier).getLiteralLexicalForm(),
                text(iri, Skos.prefLabel),
                all(iri, Sq.fromStatus),
                need(iri, Sq.toStatus),
                all(iri, Sq.actingParty),
                all(iri, Sq.approvalRole),
                contents,
                effects,
                all(iri, Sq.otherPersonThan),
                List.copyOf(all(iri, Sq.legalBasis)));
    }

    private Optional<Joining.Way> joining(Node iri) {
        if (isTrue(iri, Sq.joins)) {
            return Optional.of(Joining.Way.IN);
        }
        return isTrue(iri, Sq.leaves) ? Optional.of(Joining.Way.OUT) : Optional.empty();
    }

    private Step.Part part(Node iri) {
        return new Step.Part(
                need(iri, Sq.ofProperty),
                need(iri, Sq.partClass),
                all(iri, Sq.stamps),
                one(iri, Sq.partyProperty),
                one(iri, Sq.noteProperty),
                all(iri, Sq.copies),
                all(iri, Sq.takes),
                settings(iri),
                one(iri, Sq.onlyIf).map(this::condition));
    }

    private List<Step.Setting> settings(Node iri) {
        return all(iri, Sq.sets).stream()
                .map(setting -> new Step.Setting(
                        need(setting, Sq.ofProperty), one(setting, Sq.fixedValue), one(setting, Sq.copiedFrom)))
                .toList();
    }

    private Condition condition(Node iri) {
        return new Condition(iri, query(need(iri, Sq.ask)), text(iri, Sh.message));
    }

    private static Query query(Node text) {
        return QueryFactory.create(PREFIXES + text.getLiteralLexicalForm());
    }

    private Set<Node> all(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toSet();
    }

    private Optional<Node> one(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).nextOptional().map(triple -> triple.getObject());
    }

    private Node need(Node subject, Node property) {
        return one(subject, property)
                .orElseThrow(
                        () -> new IllegalStateException("the table says no %s of %s".formatted(property, subject)));
    }

    private boolean isTrue(Node subject, Node property) {
        return one(subject, property)
                .filter(value -> value.isLiteral() && Boolean.TRUE.equals(value.getLiteralValue()))
                .isPresent();
    }

    private Text text(Node subject, Node property) {
        return new Text(said(subject, property, "zh"), said(subject, property, "en"));
    }

    private String said(Node subject, Node property, String language) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .filterKeep(
                        value -> value.isLiteral() && value.getLiteralLanguage().equals(language))
                .nextOptional()
                .map(Node::getLiteralLexicalForm)
                .orElse("");
    }
}

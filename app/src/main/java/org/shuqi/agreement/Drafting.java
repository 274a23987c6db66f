package org.shuqi.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Prov;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** Writes the draft of one agreement: what the template says, then what the request was granted. */
final class Drafting {

    /** What a template says of itself, and not for the agreement. */
    private static final Set<Node> OWN = Set.of(
            Rdf.type, Dct.identifier, Dct.description, Skos.prefLabel, Sq.ofClass, Sq.templateDuty, Sq.reviewAfter);

    /** What a request says that an agreement says too. */
    private static final Map<Node, Node> FROM_REQUEST = Map.of(
            Sq.publicDuty, Sq.publicDuty,
            Sq.usageScenario, Sq.objective,
            Sq.usageScope, Sq.processingDescription,
            Sq.securityMeasure, Sq.securityMeasure);

    private final Node iri;
    private final ZoneId zone;
    private final Graph draft = GraphFactory.createDefaultGraph();
    private final Map<Node, Node> renamed = new HashMap<>();

    Drafting(Node iri, ZoneId zone) {
        this.iri = iri;
        this.zone = zone;
    }

    /** The clauses, and the duties under each permission that was written before. */
    void clauses(Said template) {
        template.all(Sq.ofClass).forEach(type -> add(iri, Rdf.type, type));
        add(iri, Sq.agreementStatus, Sq.code("agreement-status", "draft"));
        add(iri, Prov.wasDerivedFrom, template.node());
        template.graph()
                .find(template.node(), Node.ANY, Node.ANY)
                .filterDrop(triple -> OWN.contains(triple.getPredicate()))
                .toList()
                .forEach(triple -> add(iri, triple.getPredicate(), triple.getObject()));
        var permissions = objects(iri, Odrl.permission);
        for (var number = 0; number < permissions.size(); number++) {
            for (var duty : template.all(Sq.templateDuty)) {
                var own = part(Said.last(duty) + (number == 0 ? "" : Integer.toString(number + 1)));
                add(permissions.get(number), Odrl.duty, own);
                template.graph()
                        .find(duty, Node.ANY, Node.ANY)
                        .toList()
                        .forEach(triple -> add(own, triple.getPredicate(), triple.getObject()));
            }
        }
    }

    /** Parties, data, purposes and methods of the request, and what it says of the use. */
    void request(Said request) {
        add(iri, Prov.wasDerivedFrom, request.node());
        FROM_REQUEST.forEach((said, ours) -> request.all(said).forEach(value -> add(iri, ours, value)));
        request.each(Odrl.permission).forEach(permission -> {
            var own = part("permission" + (objects(iri, Odrl.permission).size() + 1));
            renamed.put(permission.node(), own);
            add(iri, Odrl.permission, own);
            copy(permission, own);
        });
    }

    private void copy(Said from, Node to) {
        from.graph().find(from.node(), Node.ANY, Node.ANY).toList().forEach(triple -> {
            var value = triple.getObject();
            var isPart = (triple.getPredicate().equals(Odrl.constraint)
                            || triple.getPredicate().equals(Odrl.duty)
                            || triple.getPredicate().equals(Sq.maskingRule))
                    && !value.isLiteral();
            if (!isPart) {
                add(to, triple.getPredicate(), value);
                return;
            }
            var isNew = !renamed.containsKey(value);
            var own = renamed.computeIfAbsent(
                    value, any -> part(Said.last(triple.getPredicate()) + (renamed.size() + 1)));
            add(to, triple.getPredicate(), own);
            if (isNew) {
                copy(new Said(from.graph(), value), own);
            }
        });
    }

    /** One permission of its own. */
    void permission(Node provider, List<Node> recipients, List<Node> data, List<Node> purposes, List<Node> methods) {
        var own = part("permission1");
        add(iri, Odrl.permission, own);
        add(own, Rdf.type, Odrl.Permission);
        add(own, Odrl.assigner, provider);
        recipients.forEach(party -> add(own, Odrl.assignee, party));
        data.forEach(asset -> add(own, Odrl.target, asset));
        add(own, Odrl.action, Sq.receive);
        constraint(own, "purpose", Odrl.purpose, purposes);
        constraint(own, "method", Sq.method, methods);
    }

    private void constraint(Node permission, String name, Node about, List<Node> values) {
        if (!values.isEmpty()) {
            var own = part(name);
            add(permission, Odrl.constraint, own);
            add(own, Rdf.type, Odrl.Constraint);
            add(own, Odrl.leftOperand, about);
            add(own, Odrl.operator, Odrl.isAnyOf);
            values.forEach(value -> add(own, Odrl.rightOperand, value));
        }
    }

    void term(Instant from, Instant until, Optional<String> reviewAfter) {
        add(iri, Sq.validFrom, Said.instant(from, zone));
        add(iri, Sq.validUntil, Said.instant(until, zone));
        reviewAfter
                .flatMap(Schedule::period)
                .map(period -> LocalDate.ofInstant(from, zone).plus(period))
                .filter(day -> day.atStartOfDay(zone).toInstant().isBefore(until))
                .ifPresent(day -> add(iri, Sq.reviewDate, Said.day(day)));
    }

    void name(String identifier, List<Node> titles) {
        add(iri, Dct.identifier, NodeFactory.createLiteralString(identifier));
        titles.forEach(title -> add(iri, Dct.title, title));
    }

    List<Quad> quads() {
        return new ArrayList<>(draft.find()
                .mapWith(triple -> new Quad(Quad.defaultGraphIRI, triple))
                .toList());
    }

    private List<Node> objects(Node subject, Node property) {
        return new Said(draft, subject).all(property);
    }

    private Node part(String name) {
        return NodeFactory.createURI(iri.getURI() + "#" + name);
    }

    private void add(Node subject, Node property, Node object) {
        draft.add(Triple.create(subject, property, object));
    }
}

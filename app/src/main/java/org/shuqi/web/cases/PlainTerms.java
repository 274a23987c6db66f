package org.shuqi.web.cases;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.G;
import org.shuqi.form.Folding;
import org.shuqi.time.Instants;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/**
 * An agreement as its form shows it: the term in days, of which the last still counts; the purposes and methods of a
 * permission by themselves and not as constraints; entries that are added beside those that were there.
 */
final class PlainTerms implements Folding {

    /** What a constraint is about, and what the form calls it. */
    private static final Map<Node, Node> PLAIN = Map.of(Odrl.purpose, Sq.sharingPurpose, Sq.method, Sq.sharingMethod);

    private final ZoneId zone;

    PlainTerms(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public Graph open(Node record, Graph kept) {
        var plain = GraphFactory.createDefaultGraph();
        kept.find().forEachRemaining(plain::add);
        for (var property : List.of(Sq.validFrom, Sq.validUntil)) {
            day(kept, record, property).ifPresent(day -> {
                plain.remove(record, property, Node.ANY);
                plain.add(record, property, day);
            });
        }
        G.listSP(kept, record, Odrl.permission)
                .forEach(permission -> PLAIN.forEach((about, property) -> constraint(kept, permission, about)
                        .ifPresent(constraint -> G.listSP(kept, constraint, Odrl.rightOperand)
                                .forEach(value -> plain.add(permission, property, value)))));
        return plain;
    }

    /** The day that the form shows: the last one on which the agreement holds, not the first on which it does not. */
    private Optional<Node> day(Graph kept, Node record, Node property) {
        return G.listSP(kept, record, property).stream()
                .filter(Node::isLiteral)
                .findFirst()
                .flatMap(value -> Instants.parse(value.getLiteralLexicalForm(), zone))
                .map(at -> property.equals(Sq.validUntil) ? at.minusNanos(1) : at)
                .map(at -> LocalDate.ofInstant(at, zone).toString())
                .map(day -> NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate));
    }

    /** The one constraint that lists what may be; several at once mean less than any of them, and stay as they are. */
    private static Optional<Node> constraint(Graph kept, Node permission, Node about) {
        var found = G.listSP(kept, permission, Odrl.constraint).stream()
                .filter(each -> kept.contains(each, Odrl.leftOperand, about))
                .toList();
        return found.size() == 1 && kept.contains(found.get(0), Odrl.operator, Odrl.isAnyOf)
                ? Optional.of(found.get(0))
                : Optional.empty();
    }

    @Override
    public Graph close(Node record, Graph filled, Graph kept) {
        for (var property : List.of(Sq.validFrom, Sq.validUntil)) {
            G.listSP(filled, record, property).forEach(value -> {
                filled.delete(record, property, value);
                filled.add(record, property, instant(kept, record, property, value));
            });
        }
        for (var permission : G.listSP(filled, record, Odrl.permission)) {
            if (!filled.contains(permission, Odrl.action, Node.ANY)) {
                filled.add(permission, Odrl.action, Sq.receive);
            }
            targets(filled, permission);
            PLAIN.forEach((about, property) -> constrain(filled, kept, record, permission, about));
        }
        return filled;
    }

    private Node instant(Graph kept, Node record, Node property, Node value) {
        if (day(kept, record, property).filter(value::equals).isPresent()) {
            return G.listSP(kept, record, property).get(0);
        }
        return day(value)
                .map(day -> property.equals(Sq.validUntil) ? day.plusDays(1) : day)
                .map(day -> day.atStartOfDay(zone).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                .map(at -> NodeFactory.createLiteralDT(at, XSDDatatype.XSDdateTime))
                .orElse(value);
    }

    private static Optional<LocalDate> day(Node value) {
        return value.isLiteral() ? Drafts.day(value.getLiteralLexicalForm()) : Optional.empty();
    }

    /** What was added is part of the data. */
    private static void targets(Graph filled, Node permission) {
        G.listSP(filled, permission, Sq.assetScope).forEach(added -> {
            filled.delete(permission, Sq.assetScope, added);
            filled.add(permission, Odrl.target, added);
        });
    }

    private static void constrain(Graph filled, Graph kept, Node record, Node permission, Node about) {
        var property = Optional.ofNullable(PLAIN.get(about)).orElseThrow();
        var chosen = Set.copyOf(G.listSP(filled, permission, property));
        filled.remove(permission, property, Node.ANY);
        var old = constraint(kept, permission, about);
        var before = old.map(node -> Set.copyOf(G.listSP(kept, node, Odrl.rightOperand)))
                .orElse(Set.of());
        if (chosen.equals(before)) {
            return;
        }
        // another permission may be under the same constraint: this one gets its own
        old.ifPresent(node -> filled.delete(permission, Odrl.constraint, node));
        if (!chosen.isEmpty()) {
            var own = fresh(filled, record, about);
            filled.add(permission, Odrl.constraint, own);
            filled.add(own, Rdf.type, Odrl.Constraint);
            filled.add(own, Odrl.leftOperand, about);
            filled.add(own, Odrl.operator, Odrl.isAnyOf);
            chosen.forEach(value -> filled.add(own, Odrl.rightOperand, value));
        }
    }

    private static Node fresh(Graph filled, Node record, Node about) {
        var start = record.getURI() + "#" + Look.last(about);
        var number = 1;
        while (filled.contains(NodeFactory.createURI(start + number), Node.ANY, Node.ANY)) {
            number++;
        }
        return NodeFactory.createURI(start + number);
    }
}

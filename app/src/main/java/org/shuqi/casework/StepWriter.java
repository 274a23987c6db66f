package org.shuqi.casework;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** Writes what a step changes in a record; says nothing about whether it may be taken. */
final class StepWriter {

    private final LifeCycle cycle;
    private final Step step;
    private final Taking taking;
    private final Node record;
    private final Graph home;
    private final Graph after = GraphFactory.createDefaultGraph();

    /**
     * For one record.
     *
     * @param home the named graph in which the record lives
     */
    StepWriter(LifeCycle cycle, Step step, Taking taking, Node record, Graph home) {
        this.cycle = cycle;
        this.step = step;
        this.taking = taking;
        this.record = record;
        this.home = home;
    }

    /**
     * The circumstances.
     *
     * @param from status before
     * @param by organisation, if it is known
     * @param role concept, if one was named
     * @param person who
     * @param at when
     * @param zone in which instants are written
     * @param note what was said
     * @param registry everything, to look conditions up
     */
    record Taking(
            Node from,
            Optional<Node> by,
            Optional<Node> role,
            String person,
            Instant at,
            ZoneId zone,
            Optional<Node> note,
            Graph registry) {

        Node instant() {
            return Condition.instant(at, zone);
        }
    }

    /**
     * The description afterwards.
     *
     * @param before the description
     * @param given what was given with the step: triples of the record and of new nodes it owns
     */
    Graph write(Graph before, Graph given) {
        before.find().forEachRemaining(after::add);
        take(given);
        var effects = step.effects();
        effects.closes().forEach(this::close);
        effects.opens().forEach(this::open);
        effects.clears().forEach(property -> after.remove(record, property, Node.ANY));
        effects.stamps().forEach(property -> stamp(property));
        effects.joining().ifPresent(way -> taking.by()
                .ifPresent(by -> new Joining(after, record, by, taking.instant()).write(way)));
        effects.sets().forEach(setting -> set(record, setting));
        step.contents().noteProperty().ifPresent(property -> taking.note()
                .ifPresent(note -> replace(property, List.of(note))));
        after.remove(record, cycle.statusProperty(), Node.ANY);
        add(record, cycle.statusProperty(), step.to());
        report();
        return after;
    }

    private void take(Graph given) {
        given.find(record, Node.ANY, Node.ANY)
                .mapWith(Triple::getPredicate)
                .toSet()
                .forEach(property -> after.remove(record, property, Node.ANY));
        given.find().forEachRemaining(after::add);
    }

    /** A day for what is a day by its nature, the instant for everything else; what is given or already known stays. */
    private void stamp(Node property) {
        if (property.equals(Dct.issued)) {
            if (!after.contains(record, property, Node.ANY)) {
                var day = taking.at().atZone(taking.zone()).toLocalDate().toString();
                add(record, property, NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate));
            }
        } else {
            replace(property, List.of(taking.instant()));
        }
    }

    private void set(Node subject, Step.Setting setting) {
        var values = setting.copiedFrom()
                .map(source -> objects(record, source))
                .orElseGet(() -> setting.value().stream().toList());
        if (subject.equals(record)) {
            replace(setting.property(), values);
        } else {
            values.forEach(value -> add(subject, setting.property(), value));
        }
    }

    private void open(Step.Part part) {
        var wanted = part.onlyIf()
                .map(condition -> condition.holds(taking.registry(), record, taking.at(), taking.zone()))
                .orElse(true);
        if (!wanted) {
            return;
        }
        var node = fresh(part.property());
        add(record, part.property(), node);
        add(node, Rdf.type, part.type());
        part.stamps().forEach(property -> add(node, property, taking.instant()));
        part.party().ifPresent(property -> taking.by().ifPresent(by -> add(node, property, by)));
        part.note().ifPresent(property -> taking.note().ifPresent(note -> add(node, property, note)));
        part.copies().forEach(property -> objects(record, property).forEach(value -> add(node, property, value)));
        part.takes().forEach(property -> {
            objects(record, property).forEach(value -> add(node, property, value));
            after.remove(record, property, Node.ANY);
        });
        part.sets().forEach(setting -> set(node, setting));
        if (part.type().equals(Sq.Approval) || part.type().equals(Sq.Extension)) {
            taking.role().ifPresent(role -> add(node, Sq.approvalRole, role));
        }
    }

    /** Ends the parts that are open: those without the instant. */
    private void close(Step.Part part) {
        for (var node : objects(record, part.property())) {
            part.stamps().stream()
                    .filter(property ->
                            !home.contains(node, property, Node.ANY) && !after.contains(node, property, Node.ANY))
                    .forEach(property -> add(node, property, taking.instant()));
        }
    }

    private void report() {
        var node = fresh(Sq.stepTaken);
        add(record, Sq.stepTaken, node);
        add(node, Rdf.type, Sq.StepTaken);
        add(node, Sq.takenStep, step.iri());
        add(node, Sq.fromStatus, taking.from());
        add(node, Sq.toStatus, step.to());
        add(node, Sq.takenAt, taking.instant());
        add(node, Sq.person, NodeFactory.createLiteralString(taking.person()));
        taking.by().ifPresent(by -> add(node, Sq.takenBy, by));
        taking.role().ifPresent(role -> add(node, Sq.approvalRole, role));
        taking.note().ifPresent(note -> add(node, Sq.note, note));
    }

    /** A name within the record that nothing has yet. */
    private Node fresh(Node property) {
        var stem = record.getURI() + "#" + property.getURI().replaceAll(".*[#/]", "");
        var number = objects(record, property).size() + 1;
        while (true) {
            var node = NodeFactory.createURI(stem + number++);
            if (!home.contains(node, Node.ANY, Node.ANY) && !after.contains(node, Node.ANY, Node.ANY)) {
                return node;
            }
        }
    }

    private List<Node> objects(Node subject, Node property) {
        return new ArrayList<>(after.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList());
    }

    private void replace(Node property, List<Node> values) {
        after.remove(record, property, Node.ANY);
        values.forEach(value -> add(record, property, value));
    }

    private void add(Node subject, Node property, Node object) {
        after.add(Triple.create(subject, property, object));
    }
}

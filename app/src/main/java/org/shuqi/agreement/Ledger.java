package org.shuqi.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.shuqi.agreement.DutyInstance.State;
import org.shuqi.problem.Text;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** Works out what is owed under an agreement, by whom, until when, and whether it was done. */
final class Ledger {

    private final Graph registry;
    private final ZoneId zone;
    private final Instant at;
    private final LocalDate today;

    /**
     * As things stand at an instant.
     *
     * @param zone in which days begin
     */
    Ledger(Graph registry, ZoneId zone, Instant at) {
        this.registry = registry;
        this.zone = zone;
        this.at = at;
        this.today = LocalDate.ofInstant(at, zone);
    }

    /** Of this version, and what is still owed under those before it. */
    List<DutyInstance> whole(Node agreement) {
        var found = new ArrayList<>(of(agreement));
        var before = Chain.before(registry, agreement);
        for (var seen = new LinkedHashSet<Node>(); before.isPresent() && seen.add(before.get()); ) {
            of(before.get()).stream()
                    .filter(DutyInstance::isOwed)
                    .filter(instance -> instance.due().isPresent())
                    .forEach(found::add);
            before = Chain.before(registry, before.get());
        }
        return found;
    }

    /** What falls due under one version. */
    List<DutyInstance> of(Node agreement) {
        var said = new Said(registry, agreement);
        var found = new ArrayList<DutyInstance>();
        Term.of(said, zone)
                .filter(term -> !term.from().isAfter(at) && !term.isEmpty())
                .ifPresent(term -> said.each(Odrl.permission).forEach(permission -> {
                    var bound = term.within(permission, zone);
                    if (!bound.isEmpty()) {
                        permission.each(Odrl.duty).forEach(duty -> debtors(duty, permission)
                                .forEach(party -> found.addAll(instances(agreement, duty, party, bound))));
                    }
                }));
        return found.stream().distinct().toList();
    }

    /** Whom the duty names, else every recipient of the permission. */
    private static List<Node> debtors(Said duty, Said permission) {
        var named = duty.all(Odrl.assignee);
        return named.isEmpty() ? permission.all(Odrl.assignee) : named;
    }

    private List<DutyInstance> instances(Node agreement, Said duty, Node party, Term term) {
        var goesOn = next(agreement)
                .filter(next -> term.until()
                        .equals(Term.of(new Said(registry, agreement), zone).flatMap(Term::until)))
                .filter(next -> receives(next, heir(agreement, party)))
                .isPresent();
        return Schedule.of(duty).slots(term, today, zone, !goesOn).stream()
                .map(slot -> instance(agreement, duty, heir(agreement, party), slot))
                .toList();
    }

    private DutyInstance instance(Node agreement, Said duty, Node party, Schedule.Slot slot) {
        var fulfilments = about(Sq.DutyFulfilment, Sq.fulfilledBy, duty.node(), party, slot)
                .filter(record ->
                        record.code(Sq.caseStatus).filter("rejected"::equals).isEmpty())
                .map(record -> record.node().getURI())
                .toList();
        var breaches = about(Sq.Breach, Sq.responsibleParty, duty.node(), party, slot)
                .filter(record ->
                        record.code(Sq.caseStatus).filter("found"::equals).isPresent())
                .map(record -> record.node().getURI())
                .toList();
        return new DutyInstance(
                agreement.getURI(),
                name(agreement, duty.node()),
                duty.node().toString(),
                duty.code(Odrl.action).orElse(""),
                label(duty),
                party.getURI(),
                slot.due(),
                slot.from(),
                slot.to(),
                state(slot, !fulfilments.isEmpty(), !breaches.isEmpty()),
                fulfilments,
                breaches);
    }

    private State state(Schedule.Slot slot, boolean fulfilled, boolean breached) {
        if (breached) {
            return State.BREACHED;
        }
        if (fulfilled && slot.due().isPresent()) {
            return State.FULFILLED;
        }
        return slot.due().filter(today::isAfter).isPresent() ? State.OVERDUE : State.OPEN;
    }

    private java.util.stream.Stream<Said> about(Node type, Node who, Node duty, Node party, Schedule.Slot slot) {
        return registry.find(Node.ANY, Sq.ofDuty, duty).mapWith(Triple::getSubject).toList().stream()
                .map(record -> new Said(registry, record))
                .filter(record -> record.has(Rdf.type, type) && isParty(record, who, party))
                .filter(record -> record.text(Sq.dueDate).equals(slot.due().map(LocalDate::toString)));
    }

    /** Whether it is about the party, or about the one in whose place it stands. */
    private boolean isParty(Said record, Node who, Node party) {
        return record.all(who).stream()
                .anyMatch(named -> named.equals(party)
                        || registry.find(Node.ANY, Sq.formerParty, named)
                                .mapWith(Triple::getSubject)
                                .filterKeep(version -> registry.contains(version, Sq.newParty, party))
                                .hasNext());
    }

    /** The version in force that replaces this one. */
    private Optional<Node> next(Node agreement) {
        return Chain.after(registry, agreement).stream()
                .filter(next -> registry.contains(next, Sq.activatedAt, Node.ANY))
                .findFirst();
    }

    /** Who stands in the place of the party by now. */
    private Node heir(Node agreement, Node party) {
        var heir = party;
        var next = next(agreement);
        for (var seen = new LinkedHashSet<Node>(); next.isPresent() && seen.add(next.get()); ) {
            var said = new Said(registry, next.get());
            if (said.has(Sq.formerParty, heir)) {
                heir = said.one(Sq.newParty).filter(Node::isURI).orElse(heir);
            }
            next = next(next.get());
        }
        return heir;
    }

    private boolean receives(Node agreement, Node party) {
        return new Said(registry, agreement)
                .each(Odrl.permission)
                .anyMatch(permission -> permission.has(Odrl.assignee, party));
    }

    private Text label(Said duty) {
        if (duty.one(Skos.prefLabel).isPresent()) {
            return duty.name();
        }
        return duty.one(Odrl.action)
                .map(action -> new Said(registry, action).name())
                .orElseGet(duty::name);
    }

    private static String name(Node agreement, Node duty) {
        var start = agreement.getURI() + "#";
        return duty.isURI() && duty.getURI().startsWith(start)
                ? duty.getURI().substring(start.length())
                : duty.toString();
    }

    /** The duty that a name within the agreement stands for. */
    static Node duty(Node agreement, String name) {
        return NodeFactory.createURI(name.contains("://") ? name : agreement.getURI() + "#" + name);
    }
}

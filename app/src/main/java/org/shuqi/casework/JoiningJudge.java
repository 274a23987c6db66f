package org.shuqi.casework;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.casework.Joining.Way;
import org.shuqi.vocabulary.Odrl;

/** Whether a change that lets a party in, or out, does just that. */
final class JoiningJudge {

    private final Move move;
    private final Graph registry;
    private final Way way;
    private final Node party;
    private final Node instant;
    private final Set<Node> fresh;
    private final List<Node> all;

    private JoiningJudge(Move move, Way way, Node party, Node instant) {
        this.move = move;
        this.registry = move.registry();
        this.way = way;
        this.party = party;
        this.instant = instant;
        this.fresh = move.delta().added().stream()
                .filter(quad -> quad.getSubject().equals(move.record())
                        && quad.getPredicate().equals(Odrl.permission))
                .map(Quad::getObject)
                .collect(Collectors.toSet());
        this.all = Joining.permissions(registry, move.record());
    }

    static boolean isSound(Move move, Way way, Node party, Node instant) {
        var judge = new JoiningJudge(move, way, party, instant);
        return judge.theOthersStay() && judge.theNewOnesAreAlike() && judge.somebodyStays();
    }

    /** Nothing of a permission goes but the name of who leaves; nothing comes but the limit of its own. */
    private boolean theOthersStay() {
        var old = new HashSet<>(all);
        old.removeAll(fresh);
        var gone = move.delta().removed().stream()
                .filter(quad -> old.contains(quad.getSubject()) || isTerm(quad.getSubject(), old))
                .allMatch(quad -> way == Way.OUT
                        && quad.getPredicate().equals(Odrl.assignee)
                        && quad.getObject().equals(party));
        var come = move.delta().added().stream()
                .filter(quad -> old.contains(quad.getSubject()))
                .allMatch(quad -> way == Way.OUT
                        && quad.getPredicate().equals(Odrl.constraint)
                        && isLimit(quad.getObject())
                        && isMine(quad.getSubject()));
        var lost = move.delta().removed().stream()
                .noneMatch(quad -> quad.getSubject().equals(move.record())
                        && quad.getPredicate().equals(Odrl.permission));
        return gone && come && lost && limitsAreNew();
    }

    /** Constraints, duties and masking rules of the permissions that there were. */
    private boolean isTerm(Node node, Set<Node> old) {
        return old.stream().anyMatch(permission -> registry.contains(permission, Node.ANY, node));
    }

    /** What is said anew of a node that a permission refers to is said of a limit alone. */
    private boolean limitsAreNew() {
        var terms = all.stream()
                .flatMap(permission -> registry
                        .find(permission, Node.ANY, Node.ANY)
                        .mapWith(Triple::getObject)
                        .filterKeep(move::isPart)
                        .toList()
                        .stream())
                .collect(Collectors.toSet());
        return move.delta().added().stream()
                .map(Quad::getSubject)
                .filter(terms::contains)
                .filter(subject -> !fresh.contains(subject))
                .allMatch(this::isLimit);
    }

    private boolean theNewOnesAreAlike() {
        var offered = all.stream()
                .filter(permission -> !fresh.contains(permission))
                .map(permission -> Joining.terms(registry, permission))
                .collect(Collectors.toSet());
        var alike = fresh.stream()
                .allMatch(permission -> offered.contains(Joining.terms(registry, permission))
                        && isMine(permission)
                        && registry.find(permission, Odrl.constraint, Node.ANY)
                                .mapWith(Triple::getObject)
                                .filterKeep(this::isLimit)
                                .hasNext());
        return alike && (way == Way.OUT || !fresh.isEmpty());
    }

    private boolean somebodyStays() {
        var held = all.stream()
                .filter(permission -> !Joining.isLeft(registry, permission))
                .toList();
        return way == Way.IN
                || (!held.isEmpty()
                        && held.stream().noneMatch(permission -> registry.contains(permission, Odrl.assignee, party)));
    }

    private boolean isMine(Node permission) {
        var assignees = registry.find(permission, Odrl.assignee, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
        return assignees.equals(List.of(party));
    }

    private boolean isLimit(Node constraint) {
        return way.isOf(constraint, registry) && registry.contains(constraint, Odrl.rightOperand, instant);
    }
}

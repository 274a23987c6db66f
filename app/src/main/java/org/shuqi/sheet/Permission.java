package org.shuqi.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation.Severity;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/**
 * Who may receive what under an agreement of a register.
 *
 * <p>Registers of other countries name the parties and say in words what is shared; most do not say who gives to whom.
 * An agreement becomes one that permits something only if its row names provider, recipient and entries. Otherwise it is
 * filed as it is published, and nothing flows by it.
 */
final class Permission {

    private final DatasetGraph now;
    private final Draft draft;
    private final Place place;

    Permission(DatasetGraph now, Draft draft, Place place) {
        this.now = now;
        this.draft = draft;
        this.place = place;
    }

    void compare(List<Quad> removed, List<Quad> added, Set<String> changes) {
        if (!draft.table().has("provider")) {
            draft.findings().add(silent());
            return;
        }
        var parts = List.of("provider", "recipient", "dataset");
        var named = parts.stream().filter(key -> !draft.nodes(key).isEmpty()).count();
        if (named == 0 && parts.stream().allMatch(key -> draft.unit().text(key).isEmpty())) {
            draft.findings().add(silent());
        }
        var wanted = named == parts.size() ? wanted() : List.<Quad>of();
        var held = held();
        if (!held.containsAll(wanted) || !wanted.containsAll(held)) {
            changes.add("授权");
            held.stream().filter(quad -> !wanted.contains(quad)).forEach(removed::add);
            wanted.stream().filter(quad -> !held.contains(quad)).forEach(added::add);
        }
    }

    private Finding silent() {
        return draft.table()
                .at(
                        Severity.INFO,
                        draft.unit().first(),
                        "name",
                        "permits-nothing",
                        Text.of(
                                "登记册没有写明由谁提供、提供给谁、哪些数据，协议照登，不产生任何许可；要产生许可，请加上“提供方”“接收方”“资源代码”三列",
                                "the register does not say who gives which data to whom: the agreement is filed as published and permits"
                                        + " nothing; to make it permit, add the columns `provider`, `recipient` and `dataset`"));
    }

    private List<Quad> wanted() {
        var quads = new ArrayList<Quad>();
        var permission = own("#p1");
        quads.add(quad(place.iri(), Rdf.type, Sq.SharingAgreement));
        quads.add(quad(place.iri(), Odrl.permission, permission));
        quads.add(quad(permission, Rdf.type, Odrl.Permission));
        quads.add(quad(permission, Odrl.action, Sq.receive));
        draft.nodes("provider").forEach(node -> quads.add(quad(permission, Odrl.assigner, node)));
        draft.nodes("recipient").forEach(node -> quads.add(quad(permission, Odrl.assignee, node)));
        draft.nodes("dataset").forEach(node -> quads.add(quad(permission, Odrl.target, node)));
        constraint("#c1", Odrl.purpose, draft.nodes("usePurpose"), quads);
        constraint("#c2", Sq.method, draft.nodes("useMethod"), quads);
        return quads;
    }

    private void constraint(String name, Node operand, List<Node> values, List<Quad> quads) {
        if (!values.isEmpty()) {
            quads.add(quad(own("#p1"), Odrl.constraint, own(name)));
            quads.add(quad(own(name), Rdf.type, Odrl.Constraint));
            quads.add(quad(own(name), Odrl.leftOperand, operand));
            quads.add(quad(own(name), Odrl.operator, Odrl.isAnyOf));
            values.forEach(value -> quads.add(quad(own(name), Odrl.rightOperand, value)));
        }
    }

    private List<Quad> held() {
        var held = new ArrayList<Quad>();
        now.find(place.graph(), place.iri(), Rdf.type, Sq.SharingAgreement).forEachRemaining(held::add);
        now.find(place.graph(), place.iri(), Odrl.permission, own("#p1")).forEachRemaining(held::add);
        for (var part : List.of("#p1", "#c1", "#c2")) {
            now.find(place.graph(), own(part), Node.ANY, Node.ANY).forEachRemaining(held::add);
        }
        return held;
    }

    private Node own(String part) {
        return NodeFactory.createURI(place.iri() + part);
    }

    private Quad quad(Node subject, Node property, Node value) {
        return new Quad(place.graph(), subject, property, value);
    }
}

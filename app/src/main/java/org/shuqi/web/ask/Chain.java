package org.shuqi.web.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.shuqi.decision.Answer;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Crumb;
import org.shuqi.web.Said;
import org.shuqi.web.View;
import org.shuqi.web.Where;

/**
 * From the clause to the law: the permission of the agreement, the agreement, how the dataset is classified and by whom, each
 * with the articles that the registry gives for it.
 */
final class Chain {

    private final View view;
    private final Graph registry;
    private final Where where;

    Chain(View view, Graph registry, Where where) {
        this.view = view;
        this.registry = registry;
        this.where = where;
    }

    List<AskPage.Link> of(Asked asked, Answer answer) {
        var dataset = NodeFactory.createURI(asked.form().dataset());
        var chain = new ArrayList<AskPage.Link>();
        for (var grant : answer.grants()) {
            var node = NodeFactory.createURI(grant);
            var laws = objects(node, Sq.legalBasis);
            clauses(node, dataset)
                    .forEach(clause -> chain.add(row("clause", clause, "", objects(clause, Sq.legalBasis))));
            chain.add(row("grant", node, span(node), laws));
        }
        objects(dataset, Sq.sharingAttribute)
                .forEach(attribute -> chain.add(row("attribute", attribute, "", classifying(dataset, attribute))));
        objects(dataset, Sq.approval).forEach(act -> objects(act, Sq.approvalRole)
                .forEach(role -> chain.add(row("approval", role, day(act, Sq.approvedAt), List.of()))));
        var purpose = NodeFactory.createURI(asked.form().purpose().orElse(""));
        chain.add(row("purpose", purpose, "", sources(purpose)));
        return chain;
    }

    private AskPage.Link row(String word, Node thing, String note, List<Node> laws) {
        return new AskPage.Link(
                word, link(thing), note, laws.stream().map(this::link).toList());
    }

    /** The permissions that name the dataset or items of it; all of them if none does so by itself. */
    private List<Node> clauses(Node grant, Node dataset) {
        var all = objects(grant, Odrl.permission);
        var items = objects(dataset, Sq.dataItem);
        var named = all.stream()
                .filter(clause -> objects(clause, Odrl.target).stream()
                        .anyMatch(target -> target.equals(dataset) || items.contains(target)))
                .toList();
        return named.isEmpty() ? all : named;
    }

    /** What the entry itself rests on, else what the code list does, else what the property does. */
    private List<Node> classifying(Node dataset, Node attribute) {
        return Stream.of(objects(dataset, Sq.legalBasis), sources(attribute), sources(Sq.sharingAttribute))
                .filter(laws -> !laws.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Node> sources(Node term) {
        return objects(term, Dct.source).stream().filter(Node::isURI).toList();
    }

    private String span(Node grant) {
        var from = day(grant, Sq.validFrom);
        var until = day(grant, Sq.validUntil);
        if (from.isEmpty()) {
            return "";
        }
        return until.isEmpty() ? view.t("ask.chain.from", from) : view.t("ask.chain.span", from, until);
    }

    private String day(Node subject, Node property) {
        return objects(subject, property).stream()
                .filter(Node::isLiteral)
                .map(value -> value.getLiteralLexicalForm().replaceFirst("T.*", ""))
                .findFirst()
                .orElse("");
    }

    private Crumb link(Node node) {
        return link(node, registry, where, view);
    }

    /** The name with the page; a part without a name by the name of the whole and its own mark. */
    static Crumb link(Node node, Graph registry, Where where, View view) {
        var hash = node.isURI() ? node.getURI().indexOf('#') : -1;
        var name = Said.name(registry, node, view.language());
        if (hash > 0 && name.language().isEmpty()) {
            var iri = node.getURI();
            var whole = Said.name(registry, NodeFactory.createURI(iri.substring(0, hash)), view.language());
            name = new Said(view.t("ask.clause", whole.text(), iri.substring(hash + 1)), whole.language());
        }
        return new Crumb(name, where.of(node, registry));
    }

    private List<Node> objects(Node subject, Node property) {
        return registry.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .distinct()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }
}

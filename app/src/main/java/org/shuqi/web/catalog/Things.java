package org.shuqi.web.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.G;
import org.shuqi.form.Choices;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.vocabulary.Dct;
import org.shuqi.web.Said;
import org.shuqi.web.Where;
import org.shuqi.web.form.FormView;

/** Names and addresses of what a page speaks of, for one reader while the snapshot is open. */
final class Things {

    private final Records records;
    private final Where where;
    private final Graph union;
    private final Choices choices;
    private final Locale reader;

    Things(Records records, Graph union, Locale reader) {
        this.records = records;
        this.where = new Where(records);
        this.union = union;
        this.choices = new Choices(union);
        this.reader = reader;
    }

    Choices choices() {
        return choices;
    }

    Thing of(Node node) {
        return new Thing(name(node), address(node));
    }

    Thing of(String iri) {
        return of(NodeFactory.createURI(iri));
    }

    Said name(Node node) {
        return FormView.said(choices.choice(node), reader);
    }

    /** The first value of the property by its name; nothing if it has none. */
    Optional<Thing> one(Node subject, Node property) {
        return all(subject, property).stream().findFirst();
    }

    List<Thing> all(Node subject, Node property) {
        return G.listSP(union, subject, property).stream()
                .sorted(java.util.Comparator.comparing(node -> node.toString()))
                .map(node -> node.isLiteral()
                        ? new Thing(new Said(node.getLiteralLexicalForm(), node.getLiteralLanguage()), "")
                        : of(node))
                .toList();
    }

    Graph union() {
        return union;
    }

    String code(Node subject) {
        return G.listSP(union, subject, Dct.identifier).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst()
                .orElse("");
    }

    /** The page of a record; empty text if there is none. */
    String address(Node node) {
        return where.record(node, union);
    }

    String id(RecordKind kind, Node node) {
        return records.id(kind, node);
    }
}

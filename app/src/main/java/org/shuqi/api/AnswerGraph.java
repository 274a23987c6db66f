package org.shuqi.api;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.decision.Answer;
import org.shuqi.decision.Outcome;
import org.shuqi.decision.QuestionForm;
import org.shuqi.problem.Text;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Prov;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Reading;
import org.shuqi.vocabulary.Report;
import org.shuqi.vocabulary.Sq;

/** Answers in the terms of the ontology: one {@code sq:Decision} each, with its provenance and a compliance report. */
final class AnswerGraph {

    private final Graph graph = GraphFactory.createDefaultGraph();

    private AnswerGraph() {
        graph.getPrefixMapping()
                .setNsPrefix("sq", Sq.NS)
                .setNsPrefix("outcome", Sq.CODE + "outcome/")
                .setNsPrefix("dct", Dct.NS)
                .setNsPrefix("odrl", Odrl.NS)
                .setNsPrefix("prov", Prov.NS)
                .setNsPrefix("report", Report.NS);
    }

    /** A question with its answer. */
    record Answered(QuestionForm form, Answer answer) {}

    static Graph of(List<Answered> answers) {
        var graph = new AnswerGraph();
        answers.forEach(graph::add);
        return graph.graph;
    }

    private void add(Answered one) {
        var answer = one.answer();
        var decision = node(Sq.Decision);
        named(one.form().recipient(), decision, Sq.recipient);
        named(one.form().dataset(), decision, Sq.dataset);
        one.form().purpose().ifPresent(purpose -> named(purpose, decision, Sq.purpose));
        result(decision, answer.outcome(), answer.stage());
        graph.add(decision, Sq.revision, number(answer.revision()));
        answer.validUntil()
                .ifPresent(until -> graph.add(
                        decision,
                        Sq.validUntil,
                        NodeFactory.createLiteralDT(until.toString(), XSDDatatype.XSDdateTime)));
        if (answer.withheld() > 0) {
            graph.add(decision, Reading.withheld, number(answer.withheld()));
        }
        answer.grants().forEach(grant -> graph.add(decision, Sq.grant, NodeFactory.createURI(grant)));
        answer.items().forEach(item -> {
            var about = node(Sq.ItemDecision);
            graph.add(decision, Sq.itemDecision, about);
            graph.add(about, Sq.item, NodeFactory.createURI(item.item()));
            result(about, item.outcome(), item.stage());
        });
        answer.reasons().forEach(reason -> {
            var because = node(Sq.Reason);
            graph.add(decision, Sq.reason, because);
            graph.add(because, Sq.stage, NodeFactory.createLiteralString(reason.stage()));
            named(reason.rule(), because, Sq.rule);
            reason.basis().forEach(basis -> graph.add(because, Sq.legalBasis, NodeFactory.createURI(basis)));
            described(because, reason.text());
        });
        answer.duties().forEach(duty -> {
            var bound = node(Odrl.Duty);
            graph.add(decision, Odrl.duty, bound);
            named(duty.duty(), bound, Odrl.action);
            named(duty.source(), bound, Dct.source);
            described(bound, duty.text());
        });
        Evaluation.add(graph, decision, answer);
    }

    private void result(Node about, Outcome outcome, String stage) {
        graph.add(about, Sq.outcome, Sq.code("outcome", outcome.code()));
        graph.add(about, Sq.stage, NodeFactory.createLiteralString(stage));
    }

    private void described(Node about, Text text) {
        graph.add(about, Dct.description, NodeFactory.createLiteralLang(text.zh(), "zh"));
        graph.add(about, Dct.description, NodeFactory.createLiteralLang(text.en(), "en"));
    }

    /** A code that the caller wrote says nothing outside the question; an IRI does. */
    private void named(String name, Node about, Node property) {
        if (isIri(name)) {
            graph.add(about, property, NodeFactory.createURI(name));
        }
    }

    static boolean isIri(String name) {
        return name.contains("://") || name.startsWith("urn:");
    }

    private Node node(Node type) {
        var node = NodeFactory.createBlankNode();
        graph.add(node, Rdf.type, type);
        return node;
    }

    private static Node number(long value) {
        return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
    }
}

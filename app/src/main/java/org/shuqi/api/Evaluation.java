package org.shuqi.api;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.decision.Answer;
import org.shuqi.decision.Outcome;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Prov;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Report;
import org.shuqi.vocabulary.Sq;

/**
 * How an answer came about, for readers of PROV, and what it says of rules, for readers of ODRL compliance reports.
 *
 * <p>Only what the answer says is said: the vocabulary could name the permission within an agreement or each constraint, an
 * answer names the agreement. Source: PROV-O; ODRL compliance report model of the FORCE project.
 */
final class Evaluation {

    private static final String PROHIBITION_STAGE = "S4";

    private final Graph graph;
    private final Answer answer;
    private final Node report;

    private Evaluation(Graph graph, Answer answer) {
        this.graph = graph;
        this.answer = answer;
        this.report = node(Report.PolicyReport);
    }

    /** Adds both to the graph that holds the decision with its reasons and grants. */
    static void add(Graph graph, Node decision, Answer answer) {
        var evaluation = new Evaluation(graph, answer);
        evaluation.provenance(decision);
        evaluation.report(decision);
    }

    /** One activity, which used what the decision names, made decision and report. */
    private void provenance(Node decision) {
        var activity = node(Prov.Activity);
        graph.add(decision, Rdf.type, Prov.Entity);
        graph.add(report, Rdf.type, Prov.Entity);
        graph.add(decision, Prov.wasGeneratedBy, activity);
        graph.add(report, Prov.wasGeneratedBy, activity);
        var revision = node(Prov.Entity);
        graph.add(
                revision,
                Sq.revision,
                NodeFactory.createLiteralDT(Long.toString(answer.revision()), XSDDatatype.XSDinteger));
        graph.add(activity, Prov.used, revision);
        graph.find(decision, Sq.dataset, Node.ANY).toList().forEach(entry -> used(activity, entry.getObject()));
        answer.grants().forEach(grant -> used(activity, NodeFactory.createURI(grant)));
        answer.reasons().forEach(reason -> {
            if (AnswerGraph.isIri(reason.rule())) {
                used(activity, NodeFactory.createURI(reason.rule()));
            }
            reason.basis().forEach(basis -> used(activity, NodeFactory.createURI(basis)));
        });
    }

    private void used(Node activity, Node what) {
        graph.add(activity, Prov.used, what);
    }

    private void report(Node decision) {
        var request = node(Odrl.Request);
        graph.add(report, Report.policyRequest, request);
        answer.grants().forEach(grant -> graph.add(report, Report.policy, NodeFactory.createURI(grant)));
        answer.items().forEach(item -> {
            var asked = node(Odrl.Permission);
            graph.add(request, Odrl.permission, asked);
            graph.add(asked, Odrl.target, NodeFactory.createURI(item.item()));
            graph.find(decision, Sq.recipient, Node.ANY)
                    .toList()
                    .forEach(recipient -> graph.add(asked, Odrl.assignee, recipient.getObject()));
            permission(item, asked);
        });
        answer.reasons().stream()
                .filter(reason -> reason.stage().equals(PROHIBITION_STAGE) && AnswerGraph.isIri(reason.rule()))
                .map(Answer.Reason::rule)
                .distinct()
                .forEach(this::prohibition);
    }

    /** In effect if the item may flow; its premises are the reasons of the stage that decided. */
    private void permission(Answer.ItemAnswer item, Node asked) {
        var permitted = item.outcome() == Outcome.PERMIT;
        var about = attempted(Report.PermissionReport);
        graph.add(about, Report.ruleRequest, asked);
        graph.add(about, Report.activationState, permitted ? Report.Active : Report.Inactive);
        if (permitted) {
            return;
        }
        answer.reasons().stream()
                .filter(reason -> number(reason.stage()).equals(item.stage()))
                .filter(reason -> AnswerGraph.isIri(reason.rule()))
                .forEach(reason -> {
                    var premise = node(Report.PremiseReport);
                    graph.add(about, Report.premiseReport, premise);
                    graph.add(premise, Report.satisfactionState, Report.Unsatisfied);
                    graph.add(premise, Prov.wasDerivedFrom, NodeFactory.createURI(reason.rule()));
                });
    }

    /** A prohibition that was found is in effect if it denied; one on too weak a basis is not. */
    private void prohibition(String rule) {
        var about = attempted(Report.ProhibitionReport);
        graph.add(about, Report.rule, NodeFactory.createURI(rule));
        var outcomes = answer.items().stream()
                .filter(item -> item.stage().equals(PROHIBITION_STAGE))
                .map(Answer.ItemAnswer::outcome)
                .distinct()
                .toList();
        // of two items that met different prohibitions the answer does not say which met which
        if (outcomes.size() == 1) {
            graph.add(about, Report.activationState, outcomes.get(0) == Outcome.DENY ? Report.Active : Report.Inactive);
        }
    }

    private Node attempted(Node type) {
        var about = node(type);
        graph.add(report, Report.ruleReport, about);
        graph.add(about, Report.attemptState, Report.Attempted);
        return about;
    }

    /** The stage without its letter. */
    private static String number(String stage) {
        return stage.replaceAll("[a-z]$", "");
    }

    private Node node(Node type) {
        var node = NodeFactory.createBlankNode();
        graph.add(node, Rdf.type, type);
        return node;
    }
}

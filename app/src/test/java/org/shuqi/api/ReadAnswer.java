package org.shuqi.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Prov;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Report;
import org.shuqi.vocabulary.Sq;

/** Reads an answer back from its RDF, and the same things from its JSON, so that the two can be compared. */
final class ReadAnswer {

    private final Graph graph;
    private final Node decision;

    ReadAnswer(String turtle) {
        this.graph = RDFParser.fromString(turtle, Lang.TURTLE).toGraph();
        this.decision = subjects(Rdf.type, Sq.Decision).get(0);
    }

    /** Outcome and stage of the whole, and of each item. */
    Set<String> outcomes() {
        var found = new TreeSet<String>();
        found.add(result("", decision));
        objects(decision, Sq.itemDecision)
                .forEach(item -> found.add(result(object(item, Sq.item).getURI(), item)));
        return found;
    }

    static Set<String> outcomes(JsonNode json) {
        var found = new TreeSet<String>();
        found.add(" " + json.path("outcome").asText() + " " + json.path("stage").asText());
        json.path("items")
                .forEach(item -> found.add(
                        item.path("item").asText() + " " + item.path("outcome").asText() + " "
                                + item.path("stage").asText()));
        return found;
    }

    private String result(String about, Node node) {
        return about + " " + object(node, Sq.outcome).getURI().replaceFirst(".*/", "") + " "
                + object(node, Sq.stage).getLiteralLexicalForm();
    }

    Set<String> reasons() {
        var found = new TreeSet<String>();
        objects(decision, Sq.reason).forEach(reason -> {
            var bases = new TreeSet<String>();
            objects(reason, Sq.legalBasis).forEach(basis -> bases.add(basis.getURI()));
            found.add(object(reason, Sq.stage).getLiteralLexicalForm() + " "
                    + object(reason, Sq.rule).getURI() + " " + said(reason, "zh") + " " + said(reason, "en") + " "
                    + bases);
        });
        return found;
    }

    static Set<String> reasons(JsonNode json) {
        var found = new TreeSet<String>();
        json.path("reasons")
                .forEach(reason -> found.add(reason.path("stage").asText() + " "
                        + reason.path("rule").asText() + " " + reason.path("zh").asText() + " "
                        + reason.path("en").asText() + " " + texts(reason.path("basis"))));
        return found;
    }

    private String said(Node reason, String language) {
        return objects(reason, Dct.description).stream()
                .filter(text -> text.getLiteralLanguage().equals(language))
                .findFirst()
                .orElseThrow()
                .getLiteralLexicalForm();
    }

    Set<String> grants() {
        return iris(objects(decision, Sq.grant));
    }

    Set<String> revisions() {
        var activity = object(decision, Prov.wasGeneratedBy);
        var found = new TreeSet<String>();
        found.add(object(decision, Sq.revision).getLiteralLexicalForm());
        objects(activity, Prov.used).forEach(used -> objects(used, Sq.revision)
                .forEach(revision -> found.add(revision.getLiteralLexicalForm())));
        return found;
    }

    /** What the activity used that has a name. */
    Set<String> used() {
        return iris(objects(object(decision, Prov.wasGeneratedBy), Prov.used));
    }

    static Set<String> cited(JsonNode json, String dataset) {
        var found = new TreeSet<>(texts(json.path("grants")));
        found.add(dataset);
        json.path("reasons").forEach(reason -> {
            found.add(reason.path("rule").asText());
            found.addAll(texts(reason.path("basis")));
        });
        return found;
    }

    Set<String> active() {
        return targets(Report.Active);
    }

    Set<String> inactive() {
        return targets(Report.Inactive);
    }

    static Set<String> notPermitted(JsonNode json) {
        var found = new TreeSet<String>();
        json.path("items").forEach(item -> found.add(item.path("item").asText()));
        found.removeAll(texts(json.path("permitted")));
        return found;
    }

    Set<String> policies() {
        return iris(objects(report(), Report.policy));
    }

    Set<String> prohibitionsInEffect() {
        var found = new TreeSet<String>();
        objects(report(), Report.ruleReport).forEach(about -> {
            if (graph.contains(about, Rdf.type, Report.ProhibitionReport)
                    && graph.contains(about, Report.activationState, Report.Active)) {
                found.add(object(about, Report.rule).getURI());
            }
        });
        return found;
    }

    static Set<String> rules(JsonNode json, String stage) {
        var found = new TreeSet<String>();
        json.path("reasons").forEach(reason -> {
            if (reason.path("stage").asText().equals(stage)) {
                found.add(reason.path("rule").asText());
            }
        });
        return found;
    }

    private Set<String> targets(Node state) {
        var found = new TreeSet<String>();
        objects(report(), Report.ruleReport).forEach(about -> {
            if (graph.contains(about, Rdf.type, Report.PermissionReport)
                    && graph.contains(about, Report.activationState, state)) {
                found.add(object(object(about, Report.ruleRequest), Odrl.target).getURI());
            }
        });
        return found;
    }

    private Node report() {
        var reports = subjects(Rdf.type, Report.PolicyReport);
        if (reports.size() != 1) {
            throw new IllegalStateException("not one report: " + reports);
        }
        return reports.get(0);
    }

    static Set<String> texts(JsonNode list) {
        var found = new TreeSet<String>();
        list.forEach(one -> found.add(one.asText()));
        return found;
    }

    private static Set<String> iris(List<Node> nodes) {
        var found = new TreeSet<String>();
        nodes.stream().filter(Node::isURI).forEach(node -> found.add(node.getURI()));
        return found;
    }

    private List<Node> subjects(Node property, Node object) {
        var found = new ArrayList<Node>();
        graph.find(Node.ANY, property, object).forEachRemaining(triple -> found.add(triple.getSubject()));
        return found;
    }

    private List<Node> objects(Node subject, Node property) {
        var found = new ArrayList<Node>();
        graph.find(subject, property, Node.ANY).forEachRemaining(triple -> found.add(triple.getObject()));
        return found;
    }

    private Node object(Node subject, Node property) {
        var found = objects(subject, property);
        if (found.size() != 1) {
            throw new IllegalStateException("not one " + property + " of " + subject + ": " + found);
        }
        return found.get(0);
    }
}

package org.shuqi.web.cases;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.agreement.Comparison;
import org.shuqi.agreement.Comparisons;
import org.shuqi.decision.Decisions;
import org.shuqi.decision.Difference;
import org.shuqi.decision.Outcome;
import org.shuqi.problem.Text;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Badge;
import org.shuqi.web.Said;
import org.shuqi.web.View;

/** Puts the page of a comparison together. */
@Singleton
final class Comparing {

    private static final int MOST_ANSWERS = 200;

    private final Office office;
    private final Comparisons comparisons;

    Comparing(Office office, Decisions decisions) {
        this.office = office;
        this.comparisons = Comparisons.over(
                office.store(),
                office.records(),
                decisions,
                office.settings().zone(),
                office.settings().clock());
    }

    ComparePage page(String id, Optional<String> with, View view) {
        var comparison = comparisons.compare(id, with, Optional.empty());
        return office.look(
                view,
                look -> new ComparePage(
                        look.link(NodeFactory.createURI(comparison.one())),
                        look.link(NodeFactory.createURI(comparison.other())),
                        comparison.clauses().stream()
                                .map(clause -> clause(look, clause))
                                .toList(),
                        comparison.answers().stream()
                                .limit(MOST_ANSWERS)
                                .map(answer -> answer(look, answer))
                                .toList(),
                        Math.max(0, comparison.answers().size() - MOST_ANSWERS),
                        view.time(comparison.at())));
    }

    private static ComparePage.Clause clause(Look look, Comparison.Clause clause) {
        var change = clause.change();
        var tone =
                switch (change) {
                    case ADDED -> Badge.Tone.GOOD;
                    case REMOVED -> Badge.Tone.BAD;
                    case CHANGED -> Badge.Tone.WARN;
                };
        return new ComparePage.Clause(
                clause.part().orElse(""),
                said(look, clause.label()),
                new Badge(tone, look.word("cases.change." + change.name().toLowerCase(Locale.ROOT))),
                values(look, clause.before()),
                values(look, clause.after()));
    }

    private static List<Said> values(Look look, List<Comparison.Value> values) {
        return values.stream()
                .map(value -> value.label().zh().equals(value.label().en())
                        ? new Said(
                                value.label().zh(),
                                Drafts.language(value.label().zh()))
                        : said(look, value.label()))
                .toList();
    }

    private static Said said(Look look, Text text) {
        return Said.of(text, look.view().language());
    }

    private static ComparePage.Answer answer(Look look, Difference answer) {
        return new ComparePage.Answer(
                look.link(node(answer.dataset())),
                answer.items().stream().map(item -> look.name(node(item))).toList(),
                look.link(node(answer.recipient())),
                look.name(node(answer.purpose())),
                look.name(method(answer.method())),
                answer.thirdParty().map(third -> look.link(node(third))).stream()
                        .toList(),
                outcome(look, answer.before()),
                outcome(look, answer.after()));
    }

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Node method(String method) {
        return method.contains("://") ? node(method) : Sq.code("sharing-method", method);
    }

    private static Badge outcome(Look look, Outcome outcome) {
        var tone =
                switch (outcome) {
                    case PERMIT -> Badge.Tone.GOOD;
                    case DENY, OUT_OF_SCOPE -> Badge.Tone.BAD;
                    default -> Badge.Tone.WARN;
                };
        return new Badge(tone, look.code("outcome", outcome.code()));
    }
}

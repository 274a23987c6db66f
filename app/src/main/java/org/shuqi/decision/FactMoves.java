package org.shuqi.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Evidence;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Ids;
import org.shuqi.decision.fact.Item;
import org.shuqi.decision.fact.Known;
import org.shuqi.decision.fact.Scope;
import org.shuqi.decision.fact.Term;
import org.shuqi.problem.Text;
import org.shuqi.time.Span;

/** What one might file: a request, an agreement or a change of one, an assessment. */
final class FactMoves {

    private static final Term ALWAYS = new Term(Optional.of(Instant.MIN), Span.ALWAYS, List.of(), Instant.MAX);

    private final Jurisdiction jurisdiction;

    FactMoves(Jurisdiction jurisdiction) {
        this.jurisdiction = jurisdiction;
    }

    List<Move> of(Scenario now, Verdict verdict) {
        var question = now.question();
        var moves = new ArrayList<Move>();
        var open = verdict.rulings().stream()
                .filter(one -> one.ruling().outcome() != Outcome.PERMIT)
                .map(Verdict.OnItem::item)
                .toList();
        moves.addAll(new AmendMoves(jurisdiction).of(now, open));
        file(now, open, question.recipient(), moves);
        if (question.action() == Action.REDISTRIBUTE) {
            file(now, question.items(), question.thirdParty(), moves);
        }
        assessments(now, open).forEach(type -> moves.add(assess(now, open, type)));
        return moves;
    }

    /** A request, where one would be lawful, and a new agreement, for whoever lacks a grant. */
    private void file(Scenario now, List<Item> items, int recipient, List<Move> moves) {
        var index = now.index();
        var provider = now.heard(jurisdiction).provider().map(party -> index.iri(party.iri()));
        var conditional = items.stream()
                .noneMatch(item -> S7Attribute.isUnconditional(item.traits().offer()));
        var reply = conditional ? jurisdiction.conditionalReply() : jurisdiction.unconditionalReply();
        var subject = now.iris(recipient, items);
        moves.add(new Move(
                Steps.fileRequest(reply, jurisdiction.delivery(), provider, subject),
                scenario -> requested(scenario, items, recipient)));
        moves.add(new Move(
                Steps.signAgreement(provider, subject), scenario -> granted(scenario, items, recipient, true)));
    }

    /** As if a request had been consented to for those items for which the entry lets one ask. */
    private Scenario requested(Scenario scenario, List<Item> items, int recipient) {
        var asked = scenario.question().recipient() == recipient
                ? scenario.question()
                : scenario.question().receivedBy(recipient);
        var hearing = new Hearing(scenario.index(), jurisdiction, asked);
        var lawful = items.stream()
                .filter(item -> S7Attribute.isOffered(new Matter(hearing, item)))
                .toList();
        return lawful.isEmpty() ? scenario : granted(scenario, lawful, recipient, false);
    }

    private Scenario granted(Scenario scenario, List<Item> items, int recipient, boolean agreement) {
        var question = scenario.question();
        var onward = recipient == question.recipient() && question.action() == Action.REDISTRIBUTE
                ? Ids.of(question.thirdParty())
                : Ids.NONE;
        var reach = new Grant.Reach(
                Ids.of(recipient),
                Scenario.ids(items),
                List.of(Ids.of(question.purpose())),
                List.of(Ids.of(question.method().id())),
                List.of(),
                ALWAYS,
                onward);
        return scenario.heard(jurisdiction)
                .provider()
                .map(party -> scenario.with(index -> index.with(new Grant(
                        Scenario.supposed(recipient, agreement ? 1 : 0),
                        0,
                        agreement,
                        true,
                        Ids.of(party.iri()),
                        false,
                        reach,
                        Grant.Masking.NONE,
                        List.of(),
                        new Text("拟议", "supposed")))))
                .orElse(scenario);
    }

    /** The kinds of assessment that the open items want, besides those the rule does not look for among papers. */
    private List<String> assessments(Scenario now, List<Item> open) {
        var question = now.question();
        var own = Stream.of(question)
                .flatMap(asked -> Stream.of(asked, asked.by(Method.VERIFY)))
                .flatMap(asked -> wanted(now, asked, open));
        var others = question.action() == Action.REDISTRIBUTE
                ? wanted(now, question.receivedBy(question.thirdParty()), question.items())
                : Stream.<String>empty();
        var abroad = question.destination().stream().map(any -> now.index().iri(Known.SECURITY_ASSESSMENT));
        return Stream.of(own, others, abroad)
                .flatMap(each -> each)
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<String> wanted(Scenario now, Question asked, List<Item> items) {
        var hearing = new Hearing(now.index(), jurisdiction, asked);
        return items.stream()
                .map(item -> new Matter(hearing, item))
                .flatMap(matter -> S8Requirements.applying(matter).stream())
                .flatMapToInt(norm -> norm.requires().stream())
                .filter(S8Requirements::isOnPaper)
                .mapToObj(now.index()::iri);
    }

    private static Move assess(Scenario now, List<Item> items, String type) {
        var question = now.question();
        var id = now.index().id(type);
        var subject = Stream.concat(
                        Stream.of(type), items.stream().map(item -> now.index().iri(item.iri())))
                .toList();
        var recipients = question.action() == Action.REDISTRIBUTE
                ? Ids.of(question.recipient(), question.thirdParty())
                : Ids.of(question.recipient());
        return new Move(
                Steps.fileAssessment(new Names(now.index()).of(type), subject),
                scenario -> scenario.with(index -> index.with(new Evidence(
                        Scenario.supposed(id, 2),
                        Ids.of(id),
                        new Scope(Ids.NONE, Scenario.ids(items), recipients, Ids.NONE, Ids.NONE, false),
                        true,
                        Span.ALWAYS,
                        question.destination().stream().toList()))));
    }
}

package org.shuqi.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Evidence;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Item;
import org.shuqi.decision.fact.Scope;
import org.shuqi.decision.fact.Term;
import org.shuqi.problem.Text;
import org.shuqi.time.Span;

/** What one might file: a request, an agreement or a change of one, an assessment. */
final class FactMoves {

    private static final String SUPPOSED = "urn:shuqi:supposed:";
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
        question.thirdParty().ifPresent(third -> file(now, question.items(), third, moves));
        assessments(now, open).forEach(type -> moves.add(assess(now, open, type)));
        return moves;
    }

    /** A request, where one would be lawful, and a new agreement, for whoever lacks a grant. */
    private void file(Scenario now, List<String> items, String recipient, List<Move> moves) {
        var hearing = Hearing.of(now.index(), jurisdiction, now.question());
        var provider = hearing.provider().map(Party::iri);
        var conditional = items.stream()
                .flatMap(item -> hearing.dataset().item(item).stream())
                .noneMatch(item -> S7Attribute.isUnconditional(item.offer()));
        var reply = conditional ? jurisdiction.conditionalReply() : jurisdiction.unconditionalReply();
        var subject = Stream.concat(Stream.of(recipient), items.stream()).toList();
        moves.add(new Move(
                Steps.fileRequest(reply, jurisdiction.delivery(), provider, subject),
                scenario -> requested(scenario, items, recipient)));
        moves.add(new Move(
                Steps.signAgreement(provider, subject), scenario -> granted(scenario, items, recipient, true)));
    }

    /** As if a request had been consented to for those items for which the entry lets one ask. */
    private Scenario requested(Scenario scenario, List<String> items, String recipient) {
        var asked = scenario.question().recipient().equals(recipient)
                ? scenario.question()
                : scenario.question().receivedBy(recipient);
        var hearing = Hearing.of(scenario.index(), jurisdiction, asked);
        var lawful = items.stream()
                .flatMap(item -> hearing.dataset().item(item).stream())
                .filter(item -> S7Attribute.isOffered(new Matter(hearing, item)))
                .map(Item::iri)
                .toList();
        return lawful.isEmpty() ? scenario : granted(scenario, lawful, recipient, false);
    }

    private Scenario granted(Scenario scenario, List<String> items, String recipient, boolean agreement) {
        var question = scenario.question();
        var provider = Hearing.of(scenario.index(), jurisdiction, question).provider();
        var onward = recipient.equals(question.recipient())
                ? question.thirdParty().stream().toList()
                : List.<String>of();
        return provider.map(party -> scenario.with(index -> index.with(new Grant(
                        SUPPOSED + agreement + ":" + recipient,
                        SUPPOSED + agreement + ":" + recipient,
                        agreement,
                        true,
                        List.of(party.iri()),
                        List.of(recipient),
                        false,
                        items,
                        List.of(List.of(question.purpose())),
                        List.of(List.of(question.method().iri())),
                        List.of(),
                        ALWAYS,
                        onward,
                        List.of(),
                        List.of(),
                        new Text("拟议", "supposed")))))
                .orElse(scenario);
    }

    /** The kinds of assessment that the open items want, besides those the rule does not look for among papers. */
    private List<String> assessments(Scenario now, List<String> open) {
        var question = now.question();
        var own = Stream.of(question)
                .flatMap(asked -> Stream.of(asked, asked.by(Method.VERIFY)))
                .flatMap(asked -> wanted(now, asked, open));
        var others = question.thirdParty().stream()
                .flatMap(third -> wanted(now, question.receivedBy(third), question.items()));
        var abroad = question.destination().stream().map(any -> Codes.SECURITY_ASSESSMENT);
        return Stream.of(own, others, abroad)
                .flatMap(each -> each)
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<String> wanted(Scenario now, Question asked, List<String> items) {
        var hearing = Hearing.of(now.index(), jurisdiction, asked);
        return items.stream()
                .flatMap(item -> hearing.dataset().item(item).stream())
                .map(item -> new Matter(hearing, item))
                .flatMap(matter -> S8Requirements.applying(matter).stream())
                .flatMap(norm -> norm.requires().stream())
                .filter(S8Requirements::isOnPaper);
    }

    private static Move assess(Scenario now, List<String> items, String type) {
        var question = now.question();
        var subject = Stream.concat(Stream.of(type), items.stream()).toList();
        var recipients = Stream.concat(Stream.of(question.recipient()), question.thirdParty().stream())
                .toList();
        return new Move(
                Steps.fileAssessment(new Names(now.index()).of(type), subject),
                scenario -> scenario.with(index -> index.with(new Evidence(
                        SUPPOSED + type,
                        List.of(type),
                        new Scope(List.of(), items, recipients, List.of(), List.of(), false),
                        true,
                        Span.ALWAYS,
                        question.destination().stream().toList()))));
    }
}

package org.shuqi.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

    private static final Text SUPPOSED = new Text("拟议", "supposed");

    private FactMoves() {}

    static List<Move> of(Verdict verdict) {
        var hearing = verdict.hearing();
        var question = hearing.question();
        var open = verdict.rulings().stream()
                .filter(one -> one.outcome() != Outcome.PERMIT)
                .map(Verdict.OnItem::item)
                .toList();
        var moves = new ArrayList<>(AmendMoves.of(hearing, open));
        file(hearing, open, question.recipient(), moves);
        if (question.action() == Action.REDISTRIBUTE) {
            file(hearing, question.items(), question.thirdParty(), moves);
        }
        for (var type : assessments(hearing, open)) {
            moves.add(assess(hearing, open, type));
        }
        return moves;
    }

    /** A request, where one would be lawful, and a new agreement, for whoever lacks a grant. */
    private static void file(Hearing now, List<Item> items, int recipient, List<Move> moves) {
        moves.add(new Move(() -> request(now, items, recipient), scenario -> requested(scenario, items, recipient)));
        moves.add(new Move(
                () -> Steps.signAgreement(provider(now), subject(now, recipient, items)),
                scenario -> granted(scenario, items, recipient, true)));
    }

    private static Answer.Step request(Hearing now, List<Item> items, int recipient) {
        var jurisdiction = now.jurisdiction();
        var conditional = items.stream()
                .noneMatch(item -> S7Attribute.isUnconditional(item.traits().offer()));
        var reply = conditional ? jurisdiction.conditionalReply() : jurisdiction.unconditionalReply();
        return Steps.fileRequest(reply, jurisdiction.delivery(), provider(now), subject(now, recipient, items));
    }

    private static Optional<String> provider(Hearing now) {
        return now.provider().map(party -> now.index().iri(party.iri()));
    }

    /** The IRIs of something and of items. */
    private static List<String> subject(Hearing now, int first, List<Item> items) {
        return Stream.concat(Stream.of(first), items.stream().map(Item::iri))
                .map(now.index()::iri)
                .toList();
    }

    /** As if a request had been consented to for those items for which the entry lets one ask. */
    private static Scenario requested(Scenario scenario, List<Item> items, int recipient) {
        var heard = scenario.heard();
        var asked = heard.question().recipient() == recipient ? heard : heard.receivedBy(recipient);
        var docket = new Docket(asked);
        var lawful = items.stream()
                .filter(item -> S7Attribute.isOffered(docket.matter(item)))
                .toList();
        return lawful.isEmpty() ? scenario : granted(scenario, lawful, recipient, false);
    }

    private static Scenario granted(Scenario scenario, List<Item> items, int recipient, boolean agreement) {
        var provider = scenario.heard().provider();
        if (provider.isEmpty()) {
            return scenario;
        }
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
        return scenario.with(new Grant(
                Scenario.supposed(recipient, agreement ? 1 : 0),
                0,
                agreement,
                true,
                Ids.of(provider.get().iri()),
                false,
                reach,
                Grant.Masking.NONE,
                List.of(),
                SUPPOSED));
    }

    /** The kinds of assessment that the open items want, besides those the rule does not look for among papers, by IRI. */
    private static int[] assessments(Hearing now, List<Item> open) {
        var question = now.question();
        var own = Stream.of(now, now.by(Method.VERIFY)).flatMapToInt(asked -> wanted(asked, open));
        var others = question.action() == Action.REDISTRIBUTE
                ? wanted(now.receivedBy(question.thirdParty()), question.items())
                : IntStream.empty();
        var abroad = question.destination().isPresent() ? IntStream.of(Known.SECURITY_ASSESSMENT) : IntStream.empty();
        return Stream.of(own, others, abroad)
                .flatMapToInt(each -> each)
                .distinct()
                .boxed()
                .sorted(Comparator.comparing(now.index()::iri))
                .mapToInt(type -> type)
                .toArray();
    }

    private static IntStream wanted(Hearing asked, List<Item> items) {
        return Docket.matters(asked, items).stream()
                .flatMap(matter -> S8Requirements.applying(matter).stream())
                .flatMapToInt(norm -> norm.requires().stream())
                .filter(S8Requirements::isOnPaper);
    }

    private static Move assess(Hearing now, List<Item> items, int type) {
        var question = now.question();
        var recipients = question.action() == Action.REDISTRIBUTE
                ? Ids.of(question.recipient(), question.thirdParty())
                : Ids.of(question.recipient());
        return new Move(
                () -> Steps.fileAssessment(new Names(now.index()).of(now.index().iri(type)), subject(now, type, items)),
                scenario -> scenario.with(new Evidence(
                        Scenario.supposed(type, 2),
                        Ids.of(type),
                        new Scope(Ids.NONE, Scenario.ids(items), recipients, Ids.NONE, Ids.NONE, false),
                        true,
                        Span.ALWAYS,
                        question.destination().stream().toList())));
    }
}

package org.shuqi.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Item;
import org.shuqi.decision.fact.Term;
import org.shuqi.problem.Text;
import org.shuqi.time.Span;

/**
 * How an agreement that exists might be amended so that it covers the question.
 *
 * <p>Looks at the agreements of the provider that name the recipient or one of the items and lack two things at most. One
 * that was terminated is over: it takes a new one.
 */
final class AmendMoves {

    private static final int AGREEMENTS_AT_MOST = 4;
    private static final int LACKS_AT_MOST = 2;

    private final Hearing hearing;
    private final Index index;
    private final Question question;
    private final List<Item> open;
    private final Docket docket;

    private AmendMoves(Hearing hearing, List<Item> open) {
        this.hearing = hearing;
        this.index = hearing.index();
        this.question = hearing.question();
        this.open = open;
        this.docket = new Docket(hearing);
    }

    /** The moves for the items that are open, the agreements that lack least first. */
    static List<Move> of(Hearing hearing, List<Item> open) {
        return new AmendMoves(hearing, open).moves();
    }

    /** An agreement and what it lacks. */
    private record Candidate(Grant grant, List<Move> lacks) {}

    private List<Move> moves() {
        return candidates()
                .distinct()
                .map(grant -> new Candidate(grant, lacks(grant)))
                .filter(one -> !one.lacks.isEmpty() && one.lacks.size() <= LACKS_AT_MOST)
                .sorted(Comparator.comparingInt((Candidate one) -> one.lacks.size())
                        .thenComparing(one -> index.iri(one.grant.source()))
                        .thenComparingInt(one -> one.grant.number()))
                .limit(AGREEMENTS_AT_MOST)
                .flatMap(one -> one.lacks.stream())
                .toList();
    }

    private Stream<Grant> candidates() {
        var assets = IntStream.concat(
                open.stream().mapToInt(Item::iri),
                IntStream.of(hearing.dataset().iri()));
        return Stream.concat(
                        assets.boxed().flatMap(asset -> index.grantsOn(asset).stream()),
                        hearing.recipient().names().stream().boxed().flatMap(name -> index.grantsTo(name).stream()))
                .filter(grant -> grant.agreement()
                        && grant.usable()
                        && question.at().isBefore(grant.reach().term().ended())
                        && Relevance.names(grant.assigners(), hearing.provider()));
    }

    /** One move for each thing that the agreement lacks. */
    private List<Move> lacks(Grant grant) {
        var moves = new ArrayList<Move>(LACKS_AT_MOST);
        time(grant, question.at()).ifPresent(moves::add);
        if (!hearing.recipient().isAmong(grant.reach().assignees(), grant.subordinates())) {
            var recipient = question.recipient();
            moves.add(move(grant, "add-recipient", IntStream.of(recipient), now -> now.receivedAlsoBy(recipient)));
        }
        if (open.stream().anyMatch(item -> !relevance(item).isTargetOf(grant, item))) {
            var items = Scenario.ids(open);
            moves.add(move(grant, "add-items", open.stream().mapToInt(Item::iri), now -> now.overAlso(items)));
        }
        if (open.stream().anyMatch(item -> !relevance(item).allowsPurpose(grant))) {
            var purpose = question.purpose();
            moves.add(move(grant, "add-purpose", IntStream.of(purpose), now -> now.forAlso(purpose)));
        }
        if (open.stream().anyMatch(item -> !relevance(item).allowsMethod(grant))) {
            var method = question.method().id();
            moves.add(move(grant, "add-method", IntStream.of(method), now -> now.byAlso(method)));
        }
        var third = question.thirdParty();
        if (question.action() == Action.REDISTRIBUTE
                && !Relevance.names(grant.reach().onward(), index.party(third))) {
            moves.add(move(grant, "add-onward-recipient", IntStream.of(third), now -> now.onwardAlsoTo(third)));
        }
        return moves;
    }

    private Relevance relevance(Item item) {
        return docket.matter(item).relevance();
    }

    private Optional<Move> time(Grant grant, Instant at) {
        if (grant.holdsAt(at)) {
            return Optional.empty();
        }
        var term = grant.reach().term();
        if (term.begun().isEmpty()) {
            return Optional.of(move(grant, "activate", IntStream.empty(), now -> now.during(always())));
        }
        var suspended = term.suspensions().stream().anyMatch(span -> span.contains(at));
        var onlySuspended = suspended
                && term.period().contains(at)
                && !at.isBefore(term.begun().get());
        var change = onlySuspended ? "resume" : "extend";
        return Optional.of(move(grant, change, IntStream.empty(), now -> now.during(always())));
    }

    private static Term always() {
        return new Term(Optional.of(Instant.MIN), Span.ALWAYS, List.of(), Instant.MAX);
    }

    private Move move(Grant grant, String change, IntStream with, UnaryOperator<Grant> effect) {
        var subject = IntStream.concat(IntStream.of(grant.source()), with).toArray();
        return new Move(
                () -> new Answer.Step(
                        "amend-agreement",
                        text(change, grant.name()),
                        Optional.empty(),
                        IntStream.of(subject).mapToObj(index::iri).toList()),
                scenario -> scenario.with(effect.apply(current(scenario, grant))));
    }

    /** The agreement as it is by then: other moves may have changed it before. */
    private static Grant current(Scenario scenario, Grant grant) {
        return scenario.heard().supposed().grants().stream()
                .filter(grant::isSameAs)
                .findFirst()
                .orElse(grant);
    }

    private static Text text(String change, Text agreement) {
        var zh =
                switch (change) {
                    case "activate" -> "使其签署生效";
                    case "resume" -> "恢复执行";
                    case "extend" -> "延长有效期";
                    case "add-recipient" -> "增加接收方";
                    case "add-items" -> "增加数据项";
                    case "add-purpose" -> "增加用途";
                    case "add-method" -> "增加共享方式";
                    default -> "列明可以再提供的第三方";
                };
        return Text.of(
                "变更协议 %s：" + zh,
                "amend agreement %2$s: %3$s",
                agreement.zh(),
                agreement.en(),
                change.replace('-', ' '));
    }
}

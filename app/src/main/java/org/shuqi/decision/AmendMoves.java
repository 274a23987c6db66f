package org.shuqi.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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

    private final Jurisdiction jurisdiction;

    AmendMoves(Jurisdiction jurisdiction) {
        this.jurisdiction = jurisdiction;
    }

    List<Move> of(Scenario now, List<Item> open) {
        var hearing = now.heard(jurisdiction);
        return candidates(hearing, open).stream()
                .map(grant -> lacks(grant, hearing, open))
                .filter(moves -> !moves.isEmpty() && moves.size() <= LACKS_AT_MOST)
                .sorted(Comparator.comparing(List::size))
                .limit(AGREEMENTS_AT_MOST)
                .flatMap(List::stream)
                .toList();
    }

    private static List<Grant> candidates(Hearing hearing, List<Item> open) {
        var index = hearing.index();
        var at = hearing.question().at();
        var items = Stream.concat(
                open.stream().map(Item::iri), Stream.of(hearing.dataset().iri()));
        return Stream.concat(
                        items.flatMap(item -> index.grantsOn(item).stream()),
                        hearing.recipient().names().stream().boxed().flatMap(name -> index.grantsTo(name).stream()))
                .filter(grant -> grant.agreement()
                        && grant.usable()
                        && at.isBefore(grant.reach().term().ended())
                        && Relevance.names(grant.assigners(), hearing.provider()))
                .distinct()
                .sorted(Comparator.comparing((Grant grant) -> index.iri(grant.source()))
                        .thenComparingInt(Grant::number))
                .toList();
    }

    /** One move for each thing that the agreement lacks. */
    private static List<Move> lacks(Grant grant, Hearing hearing, List<Item> open) {
        var index = hearing.index();
        var question = hearing.question();
        var moves = new ArrayList<Move>();
        time(index, grant, question.at()).ifPresent(moves::add);
        if (!hearing.recipient().isAmong(grant.reach().assignees(), grant.subordinates())) {
            moves.add(move(
                    index,
                    grant,
                    "add-recipient",
                    List.of(index.iri(question.recipient())),
                    now -> now.receivedAlsoBy(question.recipient())));
        }
        var matters = open.stream().map(item -> new Relevance(hearing, item)).toList();
        if (matters.stream().anyMatch(matter -> !matter.isTargetOf(grant))) {
            var names = open.stream().map(item -> index.iri(item.iri())).toList();
            moves.add(move(index, grant, "add-items", names, now -> now.overAlso(Scenario.ids(open))));
        }
        if (matters.stream().anyMatch(matter -> !matter.allowsPurpose(grant))) {
            var purpose = List.of(index.iri(question.purpose()));
            moves.add(move(index, grant, "add-purpose", purpose, now -> now.forAlso(question.purpose())));
        }
        if (matters.stream().anyMatch(matter -> !matter.allowsMethod(grant))) {
            var method = question.method();
            moves.add(move(index, grant, "add-method", List.of(method.iri()), now -> now.byAlso(method.id())));
        }
        var third = question.thirdParty();
        if (question.action() == Action.REDISTRIBUTE
                && !Relevance.names(grant.reach().onward(), index.party(third))) {
            moves.add(move(
                    index, grant, "add-onward-recipient", List.of(index.iri(third)), now -> now.onwardAlsoTo(third)));
        }
        return moves;
    }

    private static Optional<Move> time(Index index, Grant grant, Instant at) {
        if (grant.holdsAt(at)) {
            return Optional.empty();
        }
        var term = grant.reach().term();
        if (term.begun().isEmpty()) {
            return Optional.of(move(index, grant, "activate", List.of(), now -> now.during(always())));
        }
        var suspended = term.suspensions().stream().anyMatch(span -> span.contains(at));
        var onlySuspended = suspended
                && term.period().contains(at)
                && !at.isBefore(term.begun().get());
        return Optional.of(
                onlySuspended
                        ? move(index, grant, "resume", List.of(), now -> now.during(always()))
                        : move(index, grant, "extend", List.of(), now -> now.during(always())));
    }

    private static Term always() {
        return new Term(Optional.of(Instant.MIN), Span.ALWAYS, List.of(), Instant.MAX);
    }

    private static Move move(Index index, Grant grant, String change, List<String> with, UnaryOperator<Grant> effect) {
        var subject = Stream.concat(Stream.of(index.iri(grant.source())), with.stream())
                .toList();
        return new Move(
                new Answer.Step("amend-agreement", text(change, grant.name()), Optional.empty(), subject),
                scenario -> scenario.with(then -> amended(then, grant, effect)));
    }

    /** Applies the change to the agreement as it is by then: others may have changed it before. */
    private static Index amended(Index index, Grant grant, UnaryOperator<Grant> effect) {
        return index.factsOf(grant.source()).stream()
                .filter(fact -> fact instanceof Grant current && current.isSameAs(grant))
                .map(fact -> index.with(effect.apply((Grant) fact)))
                .findFirst()
                .orElse(index);
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

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

    List<Move> of(Scenario now, List<String> open) {
        var hearing = Hearing.of(now.index(), jurisdiction, now.question());
        return candidates(hearing, open).stream()
                .map(grant -> lacks(grant, hearing, open))
                .filter(moves -> !moves.isEmpty() && moves.size() <= LACKS_AT_MOST)
                .sorted(Comparator.comparing(List::size))
                .limit(AGREEMENTS_AT_MOST)
                .flatMap(List::stream)
                .toList();
    }

    private static List<Grant> candidates(Hearing hearing, List<String> open) {
        var index = hearing.index();
        var at = hearing.question().at();
        var items = Stream.concat(open.stream(), Stream.of(hearing.dataset().iri()));
        return Stream.concat(
                        items.flatMap(item -> index.grantsOn(item).stream()),
                        hearing.recipient().names().stream().flatMap(name -> index.grantsTo(name).stream()))
                .filter(grant -> grant.agreement()
                        && grant.usable()
                        && at.isBefore(grant.term().ended())
                        && Relevance.names(grant.assigners(), hearing.provider()))
                .distinct()
                .sorted(Comparator.comparing(Grant::iri))
                .toList();
    }

    /** One move for each thing that the agreement lacks. */
    private static List<Move> lacks(Grant grant, Hearing hearing, List<String> open) {
        var question = hearing.question();
        var moves = new ArrayList<Move>();
        time(grant, question.at()).ifPresent(moves::add);
        if (!hearing.recipient().isAmong(grant.assignees(), grant.subordinates())) {
            moves.add(move(
                    grant,
                    "add-recipient",
                    List.of(question.recipient()),
                    now -> now.receivedAlsoBy(question.recipient())));
        }
        var matters = open.stream()
                .flatMap(item -> hearing.dataset().item(item).stream())
                .map(item -> new Relevance(hearing, item))
                .toList();
        if (matters.stream().anyMatch(matter -> !matter.isTargetOf(grant))) {
            moves.add(move(grant, "add-items", open, now -> now.overAlso(open)));
        }
        if (matters.stream().anyMatch(matter -> !matter.allowsPurpose(grant))) {
            moves.add(move(grant, "add-purpose", List.of(question.purpose()), now -> now.forAlso(question.purpose())));
        }
        if (matters.stream().anyMatch(matter -> !matter.allowsMethod(grant))) {
            var method = question.method().iri();
            moves.add(move(grant, "add-method", List.of(method), now -> now.byAlso(method)));
        }
        question.thirdParty()
                .filter(third -> !Relevance.names(grant.onward(), Party.of(hearing.index(), third)))
                .ifPresent(third ->
                        moves.add(move(grant, "add-onward-recipient", List.of(third), now -> now.onwardAlsoTo(third))));
        return moves;
    }

    private static Optional<Move> time(Grant grant, Instant at) {
        if (grant.holdsAt(at)) {
            return Optional.empty();
        }
        var term = grant.term();
        if (term.begun().isEmpty()) {
            return Optional.of(move(grant, "activate", List.of(), now -> now.during(always())));
        }
        var suspended = term.suspensions().stream().anyMatch(span -> span.contains(at));
        var onlySuspended = suspended
                && term.period().contains(at)
                && !at.isBefore(term.begun().get());
        return Optional.of(
                onlySuspended
                        ? move(grant, "resume", List.of(), now -> now.during(always()))
                        : move(grant, "extend", List.of(), now -> now.during(always())));
    }

    private static Term always() {
        return new Term(Optional.of(Instant.MIN), Span.ALWAYS, List.of(), Instant.MAX);
    }

    private static Move move(Grant grant, String change, List<String> with, UnaryOperator<Grant> effect) {
        var subject = Stream.concat(Stream.of(grant.source()), with.stream()).toList();
        return new Move(
                new Answer.Step("amend-agreement", text(change, grant.name()), Optional.empty(), subject),
                scenario -> scenario.with(index -> amended(index, grant, effect)));
    }

    /** Applies the change to the agreement as it is by then: others may have changed it before. */
    private static Index amended(Index index, Grant grant, UnaryOperator<Grant> effect) {
        return index.factsOf(grant.source()).stream()
                .filter(fact -> fact instanceof Grant current && current.iri().equals(grant.iri()))
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

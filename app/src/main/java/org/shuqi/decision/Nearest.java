package org.shuqi.decision;

import java.util.ArrayList;
import java.util.List;
import org.shuqi.decision.fact.Index;

/**
 * The smallest changes that would turn an answer into permit.
 *
 * <p>Each set is tried by asking again as if the changes were made; the sets are tried from the smallest up, and all of the
 * first size that helps are returned, so none contains a smaller one that would do. A law, a level, a negative list or a
 * suspension order is never among the changes.
 */
final class Nearest {

    /** Larger sets are no near permit any more, and their number explodes. */
    private static final int LARGEST = 4;

    private final Index index;
    private final Jurisdiction jurisdiction;

    Nearest(Index index, Jurisdiction jurisdiction) {
        this.index = index;
        this.jurisdiction = jurisdiction;
    }

    List<Answer.ChangeSet> of(Question question, Verdict verdict) {
        if (verdict.outcome() == Outcome.PERMIT) {
            return List.of();
        }
        return moves(question, verdict).stream()
                .map(set -> new Answer.ChangeSet(set.stream().map(Move::step).toList()))
                .distinct() // two permissions of one agreement may be amended in the same words
                .toList();
    }

    /** The smallest sets of moves that lead to a permit. */
    List<List<Move>> moves(Question question, Verdict verdict) {
        var now = new Scenario(index, question);
        var onQuestion = new QuestionMoves(index, jurisdiction).of(question, verdict);
        var onFacts = new FactMoves(jurisdiction).of(now, verdict);
        var reachable = subsets(onQuestion).stream()
                .filter(asked -> after(now, asked, onFacts).permits(jurisdiction))
                .toList();
        for (var size = 1; size <= LARGEST && !reachable.isEmpty(); size++) {
            var found = new ArrayList<List<Move>>();
            for (var asked : reachable) {
                combinations(onFacts, size - asked.size()).stream()
                        .filter(facts -> after(now, asked, facts).permits(jurisdiction))
                        .forEach(facts -> found.add(joined(asked, facts)));
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Changes of the question come first, since what has to be filed depends on what is asked. */
    private static Scenario after(Scenario now, List<Move> asked, List<Move> facts) {
        var then = now;
        for (var move : joined(asked, facts)) {
            then = move.effect().apply(then);
        }
        return then;
    }

    private static List<Move> joined(List<Move> some, List<Move> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static List<List<Move>> subsets(List<Move> moves) {
        var subsets = new ArrayList<List<Move>>();
        for (var size = 0; size <= moves.size(); size++) {
            subsets.addAll(combinations(moves, size));
        }
        return subsets;
    }

    private static List<List<Move>> combinations(List<Move> moves, int size) {
        if (size <= 0) {
            return size == 0 ? List.of(List.of()) : List.of();
        }
        var combinations = new ArrayList<List<Move>>();
        for (var first = 0; first <= moves.size() - size; first++) {
            for (var rest : combinations(moves.subList(first + 1, moves.size()), size - 1)) {
                combinations.add(joined(List.of(moves.get(first)), rest));
            }
        }
        return combinations;
    }
}

package org.shuqi.decision;

import java.util.ArrayList;
import java.util.List;

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

    private Nearest() {}

    static List<Answer.ChangeSet> of(Verdict verdict) {
        if (verdict.outcome() == Outcome.PERMIT) {
            return List.of();
        }
        return moves(verdict).stream()
                .map(set -> new Answer.ChangeSet(set.stream().map(Move::step).toList()))
                .distinct() // two permissions of one agreement may be amended in the same words
                .toList();
    }

    /** The smallest sets of moves that lead to a permit. */
    static List<List<Move>> moves(Verdict verdict) {
        var now = new Scenario(verdict.hearing());
        var onFacts = FactMoves.of(verdict);
        var reachable = subsets(QuestionMoves.of(verdict)).stream()
                .map(asked -> new Asked(asked, after(now, asked)))
                .filter(asked -> after(asked.then, onFacts).permits())
                .toList();
        for (var size = 1; size <= LARGEST && !reachable.isEmpty(); size++) {
            var found = new ArrayList<List<Move>>();
            for (var asked : reachable) {
                combinations(onFacts, size - asked.moves.size()).stream()
                        .filter(facts -> after(asked.then, facts).permits())
                        .forEach(facts -> found.add(joined(asked.moves, facts)));
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /**
     * What would be asked after some changes of the question. These come first, since what has to be filed depends on what is
     * asked.
     */
    private record Asked(List<Move> moves, Scenario then) {}

    private static Scenario after(Scenario now, List<Move> moves) {
        var then = now;
        for (var move : moves) {
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

package org.shuqi.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Item;
import org.shuqi.problem.Text;

/** What one might ask instead: fewer items, verification only, the right source. */
final class QuestionMoves {

    private final Hearing hearing;
    private final Index index;

    private QuestionMoves(Hearing hearing) {
        this.hearing = hearing;
        this.index = hearing.index();
    }

    static List<Move> of(Verdict verdict) {
        return new QuestionMoves(verdict.hearing()).moves(verdict);
    }

    private List<Move> moves(Verdict verdict) {
        var moves = new ArrayList<Move>(2);
        chooseSource(moves);
        dropItems(verdict, moves);
        if (hearing.question().method() != Method.VERIFY) {
            moves.add(new Move(
                    () -> new Answer.Step(
                            "use-verify",
                            new Text("改用核验方式，只返回真或者假", "verify instead: only true or false is returned"),
                            Optional.empty(),
                            List.of(entry())),
                    scenario -> scenario.hearing(heard -> heard.by(Method.VERIFY))));
        }
        return moves;
    }

    private String entry() {
        return index.iri(hearing.dataset().iri());
    }

    private void dropItems(Verdict verdict, List<Move> moves) {
        var kept = items(verdict, true);
        if (!kept.isEmpty()) {
            moves.add(new Move(
                    () -> new Answer.Step(
                            "drop-items",
                            new Text("不再申请这些数据项", "leave these items out"),
                            Optional.empty(),
                            items(verdict, false).stream()
                                    .map(item -> index.iri(item.iri()))
                                    .toList()),
                    scenario -> scenario.hearing(heard -> heard.about(kept))));
        }
    }

    private static List<Item> items(Verdict verdict, boolean permitted) {
        return verdict.rulings().stream()
                .filter(one -> (one.outcome() == Outcome.PERMIT) == permitted)
                .map(Verdict.OnItem::item)
                .toList();
    }

    /** Another provider, only where the one asked is not the source. */
    private void chooseSource(List<Move> moves) {
        Docket.matters(hearing, hearing.question().items()).stream()
                .filter(matter -> new S2Source().on(matter).isPresent())
                .flatMapToInt(matter -> IntStream.of(matter.source(), S2Source.publisher(matter)))
                .distinct()
                .filter(source -> index.organisation(source).isPresent())
                .forEach(source -> moves.add(chooseSource(source)));
    }

    private Move chooseSource(int source) {
        return new Move(
                () -> {
                    var iri = index.iri(source);
                    return Steps.chooseSource(new Names(index).of(iri), iri, List.of(entry()));
                },
                scenario -> scenario.hearing(heard -> heard.from(source)));
    }
}

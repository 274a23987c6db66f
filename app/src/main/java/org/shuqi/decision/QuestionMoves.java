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

    private final Index index;
    private final Jurisdiction jurisdiction;

    QuestionMoves(Index index, Jurisdiction jurisdiction) {
        this.index = index;
        this.jurisdiction = jurisdiction;
    }

    List<Move> of(Question question, Verdict verdict) {
        var moves = new ArrayList<Move>();
        chooseSource(question, moves);
        dropItems(question, verdict, moves);
        if (question.method() != Method.VERIFY) {
            moves.add(new Move(
                    new Answer.Step(
                            "use-verify",
                            new Text("改用核验方式，只返回真或者假", "verify instead: only true or false is returned"),
                            Optional.empty(),
                            List.of(index.iri(question.dataset().iri()))),
                    scenario -> scenario.asking(asked -> asked.by(Method.VERIFY))));
        }
        return moves;
    }

    private void dropItems(Question question, Verdict verdict, List<Move> moves) {
        var kept = items(verdict, true);
        var dropped = items(verdict, false);
        if (!kept.isEmpty()) {
            moves.add(new Move(
                    new Answer.Step(
                            "drop-items",
                            new Text("不再申请这些数据项", "leave these items out"),
                            Optional.empty(),
                            dropped.stream().map(item -> index.iri(item.iri())).toList()),
                    scenario -> scenario.asking(asked -> asked.about(kept))));
        }
    }

    private static List<Item> items(Verdict verdict, boolean permitted) {
        return verdict.rulings().stream()
                .filter(one -> (one.ruling().outcome() == Outcome.PERMIT) == permitted)
                .map(Verdict.OnItem::item)
                .toList();
    }

    /** Another provider, only where the one asked is not the source. */
    private void chooseSource(Question question, List<Move> moves) {
        var hearing = new Hearing(index, jurisdiction, question);
        var matters = question.items().stream()
                .map(item -> new Matter(hearing, item))
                .filter(matter -> new S2Source().on(matter).isPresent())
                .toList();
        matters.stream()
                .flatMapToInt(matter -> IntStream.of(matter.source(), S2Source.publisher(matter)))
                .distinct()
                .filter(source -> index.organisation(source).isPresent())
                .forEach(source -> moves.add(chooseSource(source, question)));
    }

    private Move chooseSource(int source, Question question) {
        var iri = index.iri(source);
        return new Move(
                Steps.chooseSource(
                        new Names(index).of(iri),
                        iri,
                        List.of(index.iri(question.dataset().iri()))),
                scenario -> scenario.asking(asked -> asked.from(source)));
    }
}

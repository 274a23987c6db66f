package org.shuqi.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Index;
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
                            List.of(question.dataset())),
                    scenario -> scenario.asking(asked -> asked.by(Method.VERIFY))));
        }
        return moves;
    }

    private static void dropItems(Question question, Verdict verdict, List<Move> moves) {
        var kept = items(verdict, true);
        var dropped = items(verdict, false);
        if (!kept.isEmpty()) {
            moves.add(new Move(
                    new Answer.Step(
                            "drop-items", new Text("不再申请这些数据项", "leave these items out"), Optional.empty(), dropped),
                    scenario -> scenario.asking(asked -> asked.about(kept))));
        }
    }

    private static List<String> items(Verdict verdict, boolean permitted) {
        return verdict.rulings().stream()
                .filter(one -> (one.ruling().outcome() == Outcome.PERMIT) == permitted)
                .map(Verdict.OnItem::item)
                .toList();
    }

    /** Another provider, only where the one asked is not the source. */
    private void chooseSource(Question question, List<Move> moves) {
        var hearing = Hearing.of(index, jurisdiction, question);
        var matters = question.items().stream()
                .map(iri -> new Matter(hearing, hearing.dataset().item(iri).orElseThrow()))
                .filter(matter -> new S2Source().on(matter).isPresent())
                .toList();
        matters.stream()
                .flatMap(matter -> Stream.concat(matter.source().stream(), S2Source.publisher(matter).stream()))
                .distinct()
                .filter(source -> index.organisation(source).isPresent())
                .forEach(source -> moves.add(new Move(
                        Steps.chooseSource(new Names(index).of(source), source, List.of(question.dataset())),
                        scenario -> scenario.asking(asked -> asked.from(source)))));
    }
}

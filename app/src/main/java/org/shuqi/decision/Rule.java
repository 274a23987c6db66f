package org.shuqi.decision;

import java.util.List;
import org.shuqi.decision.fact.Index;

/** The whole rule: the first stage that decides wins, for each item by itself. */
final class Rule {

    private static final List<Stage> STAGES = List.of(
            new S0Secrecy(),
            new S1Entry(),
            new S2Source(),
            new S3Parties(),
            new S4Prohibition(),
            new S5Standing(),
            new S7Attribute(),
            new S8Requirements(),
            new S9Action(),
            new S10Permit());

    private Rule() {}

    static Ruling decide(Matter matter) {
        for (var stage : STAGES) {
            var ruling = stage.on(matter);
            if (ruling.isPresent()) {
                return ruling.get();
            }
        }
        throw new IllegalStateException("the last stage decides whatever comes to it");
    }

    static Verdict decide(Index index, Jurisdiction jurisdiction, Question question) {
        var hearing = Hearing.of(index, jurisdiction, question);
        return new Verdict(question.items().stream()
                .map(iri -> hearing.dataset().item(iri).orElseThrow())
                .map(item -> new Verdict.OnItem(item.iri(), decide(new Matter(hearing, item))))
                .toList());
    }
}

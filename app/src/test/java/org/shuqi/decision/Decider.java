package org.shuqi.decision;

import java.time.ZoneOffset;
import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.decision.ReferenceDecisions.Said;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.IndexDerivation;

/** Anything that answers questions about a registry. */
interface Decider {

    IndexDerivation DERIVATION = new IndexDerivation(ZoneOffset.ofHours(8));

    /** The engine. */
    Decider ENGINE = (registry, questions) -> {
        var index = DERIVATION.build(registry, 1);
        return questions.stream().map(question -> said(index, question)).toList();
    };

    /** The queries of {@code ontology/reference}. */
    Decider REFERENCE = (registry, questions) -> {
        var union = GraphFactory.createDefaultGraph();
        registry.find().forEachRemaining(quad -> union.add(quad.asTriple()));
        return new ReferenceDecisions(union, "+08:00", RandomRegistry.PROFILE).answers(questions);
    };

    /** The answers, in the order of the questions. */
    List<Said> answers(DatasetGraph registry, List<Asked> questions);

    /** What the engine says from an index. */
    static Said said(Index index, Asked question) {
        var verdict = verdict(index, question);
        var items = verdict.rulings().stream()
                .map(one -> one.ruling().outcome().code() + " S" + one.ruling().stage())
                .toList();
        return new Said(items, verdict.grants());
    }

    /** The engine's verdict from an index. */
    static Verdict verdict(Index index, Asked question) {
        return Rule.decide(index, EngineMeetsReferenceTest.jurisdiction(index), question.in(index));
    }
}

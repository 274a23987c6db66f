package org.shuqi.decision;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.Release;
import org.shuqi.WorkedExample;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.IndexDerivation;
import org.shuqi.generate.Generator;
import org.shuqi.graph.Delta;
import org.shuqi.vocabulary.Sq;

/** The engine as a benchmark sees it: one registry, many questions. */
public final class Trial {

    private static final int QUESTIONS = 4096;
    private static final String BASE = "http://localhost:8080/id/";
    private static final Instant NOON = Instant.parse("2026-06-01T04:00:00Z");
    private static final IndexDerivation DERIVATION = new IndexDerivation(ZoneId.of("Asia/Shanghai"));

    private final DatasetGraph records;
    private final Index index;
    private final Jurisdiction jurisdiction;
    private final List<Question> questions;
    private final ReferenceDecisions reference;
    private final Quad ending;
    private int next;

    private Trial(DatasetGraph records, List<QuestionForm> forms, boolean withReference) {
        this.records = records;
        this.index = DERIVATION.build(records, 1);
        this.jurisdiction = Engine.jurisdiction(index, BASE, Optional.empty());
        var lookup = new Lookup(index, BASE, ZoneId.of("Asia/Shanghai"));
        this.questions = forms.stream().map(form -> lookup.question(form, NOON)).toList();
        var union = GraphFactory.createDefaultGraph();
        if (withReference) {
            records.find().forEachRemaining(quad -> union.add(quad.asTriple()));
        }
        this.reference = new ReferenceDecisions(union, "+08:00", jurisdiction.iri());
        this.ending = records.stream()
                .filter(quad -> quad.getPredicate().equals(Sq.activatedAt))
                .findFirst()
                .orElseThrow();
    }

    /** An invented registry of that many datasets on top of the shipped release. */
    public static Trial invented(int datasets) {
        var records = Release.into(DatasetGraphFactory.create());
        var generator = Generator.of(datasets, 7, BASE);
        generator.write(StreamRDFLib.dataset(records));
        var forms = new ArrayList<QuestionForm>();
        var stream = generator.questions(3);
        while (forms.size() < QUESTIONS) {
            forms.add(stream.next());
        }
        return new Trial(records, forms, false);
    }

    /** The worked example on top of the shipped release. */
    public static Trial worked() {
        var forms =
                WorkedExample.questions().stream().map(WorkedExample.Line::form).toList();
        return new Trial(Release.into(WorkedExample.dataset()), forms, true);
    }

    private Question ask() {
        next = (next + 1) % questions.size();
        return questions.get(next);
    }

    /** Outcome and grants of the next question, from its IRIs. */
    public Object decide() {
        return Rule.decide(index, jurisdiction, ask());
    }

    /** The whole answer to the next question: reasons, duties, duration, nearest permit, route. */
    public Object explain() {
        return new Explainer(index, jurisdiction).answer(ask());
    }

    /** The next question put to the reference queries. */
    public Object askTheReference() {
        return reference.answers(List.of(Asked.of(index, ask())));
    }

    /** Reads the whole graph. */
    public Object build() {
        return DERIVATION.build(records, 1);
    }

    /** Follows the change of one agreement. */
    public Object follow() {
        return DERIVATION.next(index, records, 2, new Delta(List.of(), List.of(ending)));
    }
}

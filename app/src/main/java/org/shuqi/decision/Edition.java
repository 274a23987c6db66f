package org.shuqi.decision;

import java.time.Instant;
import java.util.OptionalLong;
import org.shuqi.decision.fact.Index;

/**
 * The registry as of one revision, as the rule sees it.
 *
 * @param index the facts
 * @param jurisdiction what holds in the registry
 * @param lookup turns words into identifiers
 * @param baseIri start of every instance IRI
 */
record Edition(Index index, Jurisdiction jurisdiction, Lookup lookup, String baseIri) {

    /** The whole answer to a question in the caller's words. */
    Answer answer(QuestionForm form, Instant now, Objections.Marks marks) {
        var question = lookup.question(form, now);
        var answer = new Explainer(index, jurisdiction).answer(question);
        return marks.on(answer, index.iri(question.dataset().iri()), question.at());
    }

    /** Where editions come from. */
    interface Source {

        /** The edition of the revision; of the head if none is given. */
        Edition of(OptionalLong knownAt);
    }
}

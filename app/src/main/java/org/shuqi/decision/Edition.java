package org.shuqi.decision;

import java.time.Instant;
import java.util.OptionalLong;
import org.shuqi.decision.fact.Index;
import org.shuqi.vocabulary.Sq;

/**
 * The registry as of one revision, as the rule sees it.
 *
 * @param index the facts
 * @param jurisdiction what holds in the registry
 * @param lookup turns words into identifiers
 * @param baseIri start of every instance IRI
 */
record Edition(Index index, Jurisdiction jurisdiction, Lookup lookup, String baseIri) {

    private static final String IMPORTANT = Sq.code("level", "important").getURI();

    /** The whole answer to a question in the caller's words. */
    Answer answer(QuestionForm form, Instant now, Objections.Marks marks) {
        var question = lookup.question(form, now);
        var answer = new Explainer(index, jurisdiction).answer(question);
        return marks.on(answer, index.iri(question.dataset().iri()), question.at());
    }

    /** Whether one of the items asked about is a secret, or of a level from important data on. */
    boolean isClassified(Question question) {
        var important = index.concept(index.id(IMPORTANT));
        var lowest = important.isPresent() ? important.get().rank().orElse(Integer.MAX_VALUE) : Integer.MAX_VALUE;
        return question.items().stream()
                .anyMatch(item -> item.traits().secret()
                        || Census.Held.level(index, item)
                                .filter(level -> Census.Held.rank(index, level) >= lowest)
                                .isPresent());
    }

    /** Where editions come from. */
    interface Source {

        /** The edition of the revision; of the head if none is given. */
        Edition of(OptionalLong knownAt);
    }
}

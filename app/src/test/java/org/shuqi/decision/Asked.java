package org.shuqi.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Terms;

/** A question in IRIs, which the reference understands, and which outlives the index it was looked up in. */
record Asked(
        String recipient,
        String dataset,
        List<String> items,
        String purpose,
        Method method,
        Action action,
        Optional<String> thirdParty,
        Optional<String> destination,
        Optional<String> provider,
        Optional<String> region,
        Instant at) {

    static Asked of(Index index, Question question) {
        return new Asked(
                index.iri(question.recipient()),
                index.iri(question.dataset().iri()),
                question.items().stream().map(item -> index.iri(item.iri())).toList(),
                index.iri(question.purpose()),
                question.method(),
                question.action(),
                iri(index, question.thirdParty()),
                question.destination(),
                iri(index, question.provider()),
                iri(index, question.region()),
                question.at());
    }

    private static Optional<String> iri(Index index, int id) {
        return id == Terms.NONE ? Optional.empty() : Optional.of(index.iri(id));
    }

    Question in(Index index) {
        var entry = index.dataset(index.id(dataset)).orElseThrow();
        return new Question(
                index.organisation(index.id(recipient)).orElseThrow().iri(),
                entry,
                items.stream()
                        .map(item -> entry.item(index.id(item)).orElseThrow())
                        .toList(),
                index.id(purpose),
                new Question.Manner(method, action, id(index, thirdParty), destination),
                id(index, provider),
                id(index, region),
                at);
    }

    private static int id(Index index, Optional<String> iri) {
        return iri.map(index::id).orElse(Terms.NONE);
    }

    Asked at(Instant other) {
        return new Asked(
                recipient, dataset, items, purpose, method, action, thirdParty, destination, provider, region, other);
    }

    /** The same from another provider, for another region. */
    Asked between(Optional<String> otherProvider, Optional<String> otherRegion) {
        return new Asked(
                recipient,
                dataset,
                items,
                purpose,
                method,
                action,
                thirdParty,
                destination,
                otherProvider,
                otherRegion,
                at);
    }

    Asked receivedBy(String other) {
        return new Asked(
                other,
                dataset,
                items,
                purpose,
                method,
                Action.RECEIVE,
                Optional.empty(),
                Optional.empty(),
                provider,
                region,
                at);
    }

    /** As a caller would say it. */
    QuestionForm form() {
        return form(OptionalLong.empty());
    }

    /** As a caller would say it who asks about an earlier revision. */
    QuestionForm knownAt(long revision) {
        return form(OptionalLong.of(revision));
    }

    private QuestionForm form(OptionalLong knownAt) {
        return new QuestionForm(
                recipient,
                dataset,
                items,
                Optional.of(purpose),
                Optional.of(method.code()),
                Optional.of(action.code()),
                thirdParty,
                destination,
                provider,
                region,
                Optional.of(at.toString()),
                knownAt);
    }
}

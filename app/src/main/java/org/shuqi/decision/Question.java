package org.shuqi.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question whose identifiers are all known.
 *
 * @param recipient organisation IRI
 * @param dataset dataset IRI
 * @param items item IRIs, at least one
 * @param purpose IRI
 * @param method how
 * @param action what for
 * @param thirdParty organisation IRI, for redistribute
 * @param destination country code, for transfer abroad
 * @param provider organisation IRI; empty for the one that publishes the dataset
 * @param region division IRI; empty for the whole dataset
 * @param at the instant asked about
 */
record Question(
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

    Question {
        items = List.copyOf(items);
    }

    Question at(Instant other) {
        return new Question(
                recipient, dataset, items, purpose, method, action, thirdParty, destination, provider, region, other);
    }

    Question by(Method other) {
        return new Question(
                recipient, dataset, items, purpose, other, action, thirdParty, destination, provider, region, at);
    }

    Question about(List<String> others) {
        return new Question(
                recipient, dataset, others, purpose, method, action, thirdParty, destination, provider, region, at);
    }

    Question from(String other) {
        return new Question(
                recipient,
                dataset,
                items,
                purpose,
                method,
                action,
                thirdParty,
                destination,
                Optional.of(other),
                region,
                at);
    }

    /** The same data for somebody else, to keep. */
    Question receivedBy(String other) {
        return new Question(
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
}

package org.shuqi.decision;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Dataset;
import org.shuqi.decision.fact.Designation;
import org.shuqi.decision.fact.Index;

/**
 * One question with what all its items share, looked up once.
 *
 * @param index the facts
 * @param jurisdiction what holds in this registry
 * @param question the question
 * @param dataset the entry asked about
 * @param recipient who asks
 * @param provider who is asked; empty if the question names none and the entry does not settle it
 * @param purposes the purpose and all that are broader
 * @param regions the region and all above it; empty if none is named
 * @param shelves the themes and catalogues of the entry, and all above them
 */
record Hearing(
        Index index,
        Jurisdiction jurisdiction,
        Question question,
        Dataset dataset,
        Party recipient,
        Optional<Party> provider,
        List<String> purposes,
        List<String> regions,
        List<String> shelves) {

    static Hearing of(Index index, Jurisdiction jurisdiction, Question question) {
        var dataset = index.dataset(question.dataset()).orElseThrow();
        var themes = Walk.broader(index, dataset.themes());
        var catalogues = Walk.up(dataset.catalogues(), index::listedIn);
        return new Hearing(
                index,
                jurisdiction,
                question,
                dataset,
                Party.of(index, question.recipient()).orElseThrow(),
                question.provider()
                        .or(() -> defaultProvider(index, dataset, question))
                        .flatMap(iri -> Party.of(index, iri)),
                Walk.broader(index, List.of(question.purpose())),
                question.region()
                        .map(region -> Walk.broader(index, List.of(region)))
                        .orElse(List.of()),
                Stream.concat(themes.stream(), catalogues.stream()).toList());
    }

    /** All that a scope may call the recipient by: names, kinds, and what is above it. */
    List<List<String>> recipientNames() {
        return List.of(recipient.names(), recipient.organisation().kinds(), recipient.above());
    }

    /** The publisher; an entry without one is provided by its designated source. */
    private static Optional<String> defaultProvider(Index index, Dataset dataset, Question question) {
        return dataset.publishers().isEmpty()
                ? only(designated(index, dataset.iri(), dataset.sources(), question))
                : only(dataset.publishers());
    }

    /** Whom the asset itself, or a designation in force, names as its source. */
    static List<String> designated(Index index, String asset, List<String> stated, Question question) {
        var designations = index.designationsOn(asset);
        if (designations.isEmpty()) {
            return stated;
        }
        return Stream.concat(
                        stated.stream(),
                        designations.stream()
                                .filter(one -> one.span().contains(question.at()))
                                .map(Designation::sources)
                                .flatMap(List::stream))
                .distinct()
                .toList();
    }

    /** The only one there is; several contradict each other. */
    static Optional<String> only(List<String> some) {
        return some.size() == 1 ? Optional.of(some.get(0)) : Optional.empty();
    }
}

package org.shuqi.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Basis;
import org.shuqi.decision.fact.Designation;
import org.shuqi.decision.fact.Evidence;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Norm;
import org.shuqi.time.Span;

/**
 * How long an answer lasts if nobody changes the registry.
 *
 * <p>Collects the ends of all periods of the facts that speak of the question, whether they hold now or not, asks again at
 * each of them in order, and stops at the first where the answer differs: another outcome or stage of an item, or other
 * grants relied on. Between two such ends nothing that the rule looks at changes.
 */
final class Horizon {

    private Horizon() {}

    static Optional<Instant> of(Index index, Jurisdiction jurisdiction, Question question, Verdict verdict) {
        var hearing = Hearing.of(index, jurisdiction, question);
        return question.items().stream()
                .flatMap(iri -> hearing.dataset().item(iri).stream())
                .flatMap(item -> edges(new Matter(hearing, item)))
                .filter(question.at()::isBefore)
                .filter(Instant.MAX::isAfter)
                .distinct()
                .sorted()
                .filter(edge ->
                        !Rule.decide(index, jurisdiction, question.at(edge)).saysTheSameAs(verdict))
                .findFirst();
    }

    private static Stream<Instant> edges(Matter matter) {
        var hearing = matter.hearing();
        var index = hearing.index();
        var dataset = hearing.dataset();
        var norms = matter.relevance().normsBetweenTheParties();
        var bases = Stream.concat(
                matter.item().offer().bases().stream(),
                norms.stream().map(Norm::bases).flatMap(List::stream));
        var spans = Stream.of(
                        Stream.of(dataset.published()),
                        Stream.of(dataset.iri(), matter.item().iri())
                                .flatMap(asset -> index.designationsOn(asset).stream())
                                .map(Designation::span),
                        norms.stream().map(Norm::span),
                        bases.flatMap(basis -> index.basis(basis).stream()).map(Basis::span),
                        matter.relevance().evidence().stream().map(Evidence::span))
                .flatMap(each -> each)
                .flatMap(Horizon::ends);
        var grants = matter.relevance().grants().stream().flatMap(Horizon::ends);
        return Stream.of(spans, grants, ofTheThirdParty(matter)).flatMap(each -> each);
    }

    private static Stream<Instant> ends(Span span) {
        return Stream.of(span.from(), span.until());
    }

    private static Stream<Instant> ends(Grant grant) {
        var term = grant.term();
        var spans = Stream.of(Stream.of(term.period()), term.suspensions().stream(), grant.windows().stream())
                .flatMap(each -> each)
                .flatMap(Horizon::ends);
        return Stream.concat(spans, Stream.concat(term.begun().stream(), Stream.of(term.ended())));
    }

    private static Stream<Instant> ofTheThirdParty(Matter matter) {
        return matter.question().thirdParty().stream().flatMap(third -> {
            var hearing = matter.hearing();
            var question = matter.question().receivedBy(third);
            return edges(new Matter(Hearing.of(hearing.index(), hearing.jurisdiction(), question), matter.item()));
        });
    }
}

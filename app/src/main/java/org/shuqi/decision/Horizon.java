package org.shuqi.decision;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Basis;
import org.shuqi.decision.fact.Designation;
import org.shuqi.decision.fact.Evidence;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Ids;
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

    static Optional<Instant> of(Verdict verdict) {
        var at = verdict.hearing().question().at();
        return edges(verdict)
                .filter(at::isBefore)
                .filter(Instant.MAX::isAfter)
                .sorted()
                .filter(edge -> !verdict.holdsAt(edge))
                .findFirst();
    }

    /** Since when it has been the same without a break; empty if it always was. */
    static Optional<Instant> since(Verdict verdict) {
        var at = verdict.hearing().question().at();
        return edges(verdict)
                .filter(edge -> !edge.isAfter(at))
                .filter(Instant.MIN::isBefore)
                .sorted(Comparator.reverseOrder())
                .filter(edge -> !verdict.holdsAt(edge.minusNanos(1)))
                .findFirst();
    }

    private static Stream<Instant> edges(Verdict verdict) {
        return verdict.made().stream().flatMap(ruling -> edges(ruling.matter())).distinct();
    }

    private static Stream<Instant> edges(Matter matter) {
        var hearing = matter.hearing();
        var index = hearing.index();
        var dataset = hearing.dataset();
        var norms = matter.relevance().normsBetweenTheParties();
        var bases = IntStream.concat(
                matter.traits().offer().bases().stream(),
                norms.stream().map(Norm::bases).flatMapToInt(Ids::stream));
        var spans = Stream.of(
                        Stream.of(dataset.published()),
                        IntStream.of(dataset.iri(), matter.item().iri())
                                .boxed()
                                .flatMap(asset -> index.designationsOn(asset).stream())
                                .map(Designation::span),
                        norms.stream().map(Norm::span),
                        bases.boxed()
                                .flatMap(basis -> index.basis(basis).stream())
                                .map(Basis::span),
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
        var term = grant.reach().term();
        var spans = Stream.of(Stream.of(term.period()), term.suspensions().stream(), grant.reach().windows().stream())
                .flatMap(each -> each)
                .flatMap(Horizon::ends);
        return Stream.concat(spans, Stream.concat(term.begun().stream(), Stream.of(term.ended())));
    }

    private static Stream<Instant> ofTheThirdParty(Matter matter) {
        if (matter.question().action() != Action.REDISTRIBUTE) {
            return Stream.empty();
        }
        var third = matter.hearing().receivedBy(matter.question().thirdParty());
        return edges(new Matter(third, matter.item()));
    }
}

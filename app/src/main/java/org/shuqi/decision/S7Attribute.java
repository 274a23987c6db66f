package org.shuqi.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Known;
import org.shuqi.decision.fact.Offer;

/** What the catalogue entry offers, and what has been granted on it (Order 809 Art 14, 15, 20, 21). */
final class S7Attribute implements Stage {

    @Override
    public Optional<Ruling> on(Matter matter) {
        if (S6Mandate.carries(matter)) {
            return Optional.empty();
        }
        var attribute = matter.traits().offer().attributes().only();
        if (attribute == Known.NOT_SHARED) {
            return Optional.of(withheld(matter));
        }
        if (attribute != Known.UNCONDITIONAL && attribute != Known.CONDITIONAL) {
            return negotiate(matter, Because.UNCLEAR_ATTRIBUTE);
        }
        if (matter.regime() == Regime.AGREEMENT) {
            return matter.agreements().isEmpty() ? apply(matter, Because.AGREEMENT_NEEDED) : Optional.empty();
        }
        return attribute == Known.UNCONDITIONAL ? unconditional(matter) : conditional(matter);
    }

    private static Ruling withheld(Matter matter) {
        return matter.isSufficient(matter.traits().offer().bases())
                ? new Ruling(Outcome.DENY, 7, matter, heard -> withheld(heard, Because.WITHHELD))
                : new Ruling(Outcome.NEGOTIATE, 7, matter, heard -> withheld(heard, Because.WEAKLY_WITHHELD));
    }

    private static List<Finding> withheld(Matter matter, Because because) {
        var bases = matter.iris(matter.traits().offer().bases());
        return List.of(new Finding(because, matter.entryIri(), List.of(matter.itemIri()), bases));
    }

    private static Optional<Ruling> unconditional(Matter matter) {
        if (!matter.question().method().isAllowedBy(matter.traits().offer().methods())) {
            return negotiate(matter, Because.METHOD_NOT_OFFERED);
        }
        return needsReply(matter) && matter.grants().isEmpty() ? apply(matter, Because.REPLY_NEEDED) : Optional.empty();
    }

    private static Optional<Ruling> conditional(Matter matter) {
        if (!matter.grants().isEmpty()) {
            return Optional.empty();
        }
        var outside = outside(matter);
        return outside.isPresent() ? negotiate(matter, outside.get()) : apply(matter, Because.NOT_YET_GRANTED);
    }

    /** What in the question goes beyond the offer of a conditional entry. */
    private static Optional<Because> outside(Matter matter) {
        var offer = matter.traits().offer();
        if (!offer.scope().isEmpty() && !matter.recipient().isAmong(offer.scope(), false)) {
            return Optional.of(Because.OUTSIDE_SCOPE);
        }
        if (!offer.purposes().isEmpty()
                && !offer.purposes().meets(matter.hearing().purposes())) {
            return Optional.of(Because.OUTSIDE_PURPOSE);
        }
        return matter.question().method().isAllowedBy(offer.methods())
                ? Optional.empty()
                : Optional.of(Because.METHOD_NOT_OFFERED);
    }

    /** Whether a request for the item would be within what its entry offers. */
    static boolean isOffered(Matter matter) {
        var offer = matter.traits().offer();
        return matter.regime() == Regime.NATIONAL
                && (isUnconditional(offer)
                        || (offer.attributes().isOnly(Known.CONDITIONAL)
                                && outside(matter).isEmpty()));
    }

    private static Optional<Ruling> apply(Matter matter, Because because) {
        return Optional.of(new Ruling(Outcome.APPLY, 7, matter, heard -> List.of(heard.finding(because))));
    }

    private static Optional<Ruling> negotiate(Matter matter, Because because) {
        return Optional.of(new Ruling(Outcome.NEGOTIATE, 7, matter, heard -> List.of(heard.finding(because))));
    }

    private static boolean needsReply(Matter matter) {
        return matter.jurisdiction().unconditionalNeedsReply();
    }

    /** Whether the entry itself lets the item flow, without any grant. */
    static boolean isOpen(Matter matter) {
        return !S6Mandate.carries(matter)
                && matter.regime() == Regime.NATIONAL
                && isUnconditional(matter.traits().offer())
                && !needsReply(matter);
    }

    static boolean isUnconditional(Offer offer) {
        return offer.attributes().isOnly(Known.UNCONDITIONAL);
    }

    /** The grants without which the item would not have passed. */
    static List<Grant> reliedOn(Matter matter) {
        return S6Mandate.carries(matter) || isOpen(matter) ? List.of() : matter.grants();
    }

    static List<Finding> findings(Matter matter) {
        if (isOpen(matter)) {
            return List.of(matter.finding(Because.OPEN));
        }
        return reliedOn(matter).stream()
                .map(grant -> matter.iri(grant.source()))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .map(source -> Finding.of(Because.GRANTED, source, source))
                .toList();
    }
}

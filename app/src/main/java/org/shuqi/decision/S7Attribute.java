package org.shuqi.decision;

import java.util.List;
import java.util.Optional;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Offer;

/** What the catalogue entry offers, and what has been granted on it (Order 809 Art 14, 15, 20, 21). */
final class S7Attribute implements Stage {

    @Override
    public Optional<Ruling> on(Matter matter) {
        if (S6Mandate.carries(matter)) {
            return Optional.empty();
        }
        var attribute = Hearing.only(matter.item().offer().attributes());
        if (attribute.filter(Codes.NOT_SHARED::equals).isPresent()) {
            return Optional.of(withheld(matter));
        }
        if (attribute
                .filter(one -> one.equals(Codes.UNCONDITIONAL) || one.equals(Codes.CONDITIONAL))
                .isEmpty()) {
            return negotiate(matter, Because.UNCLEAR_ATTRIBUTE);
        }
        if (matter.regime() == Regime.AGREEMENT) {
            return matter.agreements().isEmpty() ? agreementNeeded(matter) : Optional.empty();
        }
        return attribute.get().equals(Codes.UNCONDITIONAL) ? unconditional(matter) : conditional(matter);
    }

    private static Ruling withheld(Matter matter) {
        var offer = matter.item().offer();
        var sufficient = matter.isSufficient(offer.bases());
        var finding = new Finding(
                sufficient ? Because.WITHHELD : Because.WEAKLY_WITHHELD,
                entry(matter),
                List.of(matter.item().iri()),
                offer.bases());
        return Ruling.of(sufficient ? Outcome.DENY : Outcome.NEGOTIATE, 7, finding);
    }

    private static Optional<Ruling> agreementNeeded(Matter matter) {
        return Optional.of(Ruling.of(
                Outcome.APPLY,
                7,
                Finding.of(
                        Because.AGREEMENT_NEEDED, entry(matter), matter.item().iri())));
    }

    private static Optional<Ruling> unconditional(Matter matter) {
        if (!matter.question().method().isAllowedBy(matter.item().offer().methods())) {
            return negotiate(matter, Because.METHOD_NOT_OFFERED);
        }
        return needsReply(matter) && matter.grants().isEmpty()
                ? Optional.of(Ruling.of(
                        Outcome.APPLY,
                        7,
                        Finding.of(
                                Because.REPLY_NEEDED,
                                entry(matter),
                                matter.item().iri())))
                : Optional.empty();
    }

    private static Optional<Ruling> conditional(Matter matter) {
        if (!matter.grants().isEmpty()) {
            return Optional.empty();
        }
        var outside = outside(matter);
        return outside.isPresent()
                ? negotiate(matter, outside.get())
                : Optional.of(Ruling.of(
                        Outcome.APPLY,
                        7,
                        Finding.of(
                                Because.NOT_YET_GRANTED,
                                entry(matter),
                                matter.item().iri())));
    }

    /** What in the question goes beyond the offer of a conditional entry. */
    private static Optional<Because> outside(Matter matter) {
        var offer = matter.item().offer();
        if (!offer.scope().isEmpty() && !matter.recipient().isAmong(offer.scope(), false)) {
            return Optional.of(Because.OUTSIDE_SCOPE);
        }
        if (!offer.purposes().isEmpty()
                && !Relevance.meet(offer.purposes(), matter.hearing().purposes())) {
            return Optional.of(Because.OUTSIDE_PURPOSE);
        }
        return matter.question().method().isAllowedBy(offer.methods())
                ? Optional.empty()
                : Optional.of(Because.METHOD_NOT_OFFERED);
    }

    /** Whether a request for the item would be within what its entry offers. */
    static boolean isOffered(Matter matter) {
        var offer = matter.item().offer();
        return matter.regime() == Regime.NATIONAL
                && (isUnconditional(offer)
                        || (offer.attributes().equals(List.of(Codes.CONDITIONAL))
                                && outside(matter).isEmpty()));
    }

    private static Optional<Ruling> negotiate(Matter matter, Because because) {
        return Optional.of(Ruling.of(
                Outcome.NEGOTIATE,
                7,
                Finding.of(because, entry(matter), matter.item().iri())));
    }

    private static boolean needsReply(Matter matter) {
        return matter.jurisdiction().unconditionalNeedsReply();
    }

    private static String entry(Matter matter) {
        return matter.hearing().dataset().iri();
    }

    /** Whether the entry itself lets the item flow, without any grant. */
    static boolean isOpen(Matter matter) {
        return !S6Mandate.carries(matter)
                && matter.regime() == Regime.NATIONAL
                && isUnconditional(matter.item().offer())
                && !needsReply(matter);
    }

    static boolean isUnconditional(Offer offer) {
        return offer.attributes().equals(List.of(Codes.UNCONDITIONAL));
    }

    /** The grants without which the item would not have passed. */
    static List<Grant> reliedOn(Matter matter) {
        return S6Mandate.carries(matter) || isOpen(matter) ? List.of() : matter.grants();
    }

    static List<Finding> findings(Matter matter) {
        if (isOpen(matter)) {
            return List.of(Finding.of(Because.OPEN, entry(matter), matter.item().iri()));
        }
        return reliedOn(matter).stream()
                .map(grant -> Finding.of(Because.GRANTED, grant.source(), grant.source()))
                .distinct()
                .toList();
    }
}

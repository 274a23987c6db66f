package org.shuqi.decision;

import java.util.List;
import java.util.Optional;
import org.shuqi.decision.fact.Effect;
import org.shuqi.decision.fact.Evidence;
import org.shuqi.decision.fact.Grant;

/** To pass data on, or abroad, takes more than to receive them (Order 809 Art 25; PIPL Art 36). */
final class S9Action implements Stage {

    @Override
    public Optional<Ruling> on(Matter matter) {
        return switch (matter.question().action()) {
            case RECEIVE -> Optional.empty();
            case REDISTRIBUTE -> redistribute(matter);
            case TRANSFER_ABROAD -> transfer(matter);
        };
    }

    private static Optional<Ruling> redistribute(Matter matter) {
        var third = matter.question().thirdParty().orElseThrow();
        if (matter.jurisdiction().forbidsOnward()) {
            var profile = matter.jurisdiction().iri();
            return deny(Finding.of(Because.ONWARD_FORBIDDEN, profile, profile));
        }
        if (!isConsented(matter, Party.of(matter.hearing().index(), third))) {
            return deny(Finding.of(Because.NO_ONWARD_CONSENT, Codes.law("order-809-25"), third));
        }
        return mayReceive(third, matter)
                ? Optional.empty()
                : deny(Finding.of(Because.THIRD_PARTY_MAY_NOT, Codes.law("order-809-25"), third));
    }

    private static boolean isConsented(Matter matter, Optional<Party> third) {
        return matter.grants().stream().anyMatch(grant -> Relevance.names(grant.onward(), third))
                || matter.inForce(Effect.ONWARD_CONSENT).stream()
                        .anyMatch(consent -> Relevance.names(consent.thirdParties(), third));
    }

    private static boolean mayReceive(String third, Matter matter) {
        var question = matter.question().receivedBy(third);
        var hearing = Hearing.of(matter.hearing().index(), matter.jurisdiction(), question);
        return Rule.decide(new Matter(hearing, matter.item())).outcome() == Outcome.PERMIT;
    }

    private static Optional<Ruling> transfer(Matter matter) {
        var destination = matter.question().destination().orElseThrow();
        return matter.has(paper -> isAbout(paper, destination))
                ? Optional.empty()
                : deny(Finding.of(Because.NO_EXPORT_ASSESSMENT, Codes.law("pipl-36"), destination));
    }

    private static boolean isAbout(Evidence paper, String destination) {
        return paper.destinations().contains(destination)
                && (paper.types().contains(Codes.SECURITY_ASSESSMENT)
                        || paper.types().contains(Codes.TRANSFER_EXEMPTION));
    }

    private static Optional<Ruling> deny(Finding finding) {
        return Optional.of(Ruling.of(Outcome.DENY, 9, finding));
    }

    /** The grants that let the data be passed on. */
    static List<Grant> reliedOn(Matter matter) {
        if (matter.question().action() != Action.REDISTRIBUTE) {
            return List.of();
        }
        var third = Party.of(
                matter.hearing().index(), matter.question().thirdParty().orElseThrow());
        return matter.grants().stream()
                .filter(grant -> Relevance.names(grant.onward(), third))
                .toList();
    }
}

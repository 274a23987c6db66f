package org.shuqi.decision;

import java.util.List;
import java.util.Optional;
import org.shuqi.decision.fact.Effect;
import org.shuqi.decision.fact.Evidence;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Known;
import org.shuqi.decision.fact.Party;

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
        var third = matter.question().thirdParty();
        if (matter.jurisdiction().forbidsOnward()) {
            return deny(matter, heard -> {
                var profile = heard.jurisdiction().iri();
                return List.of(Finding.of(Because.ONWARD_FORBIDDEN, profile, profile));
            });
        }
        if (!isConsented(matter, matter.hearing().index().party(third))) {
            return deny(matter, heard -> third(heard, Because.NO_ONWARD_CONSENT));
        }
        return mayReceive(third, matter)
                ? Optional.empty()
                : deny(matter, heard -> third(heard, Because.THIRD_PARTY_MAY_NOT));
    }

    private static List<Finding> third(Matter matter, Because because) {
        var third = matter.iri(matter.question().thirdParty());
        return List.of(Finding.of(because, Codes.law("order-809-25"), third));
    }

    private static boolean isConsented(Matter matter, Optional<Party> third) {
        return matter.grants().stream()
                        .anyMatch(grant -> Relevance.names(grant.reach().onward(), third))
                || matter.inForce(Effect.ONWARD_CONSENT).stream()
                        .anyMatch(consent -> Relevance.names(consent.thirdParties(), third));
    }

    private static boolean mayReceive(int third, Matter matter) {
        var hearing = matter.hearing().receivedBy(third);
        return Rule.decide(new Matter(hearing, matter.item())).outcome() == Outcome.PERMIT;
    }

    private static Optional<Ruling> transfer(Matter matter) {
        var destination = matter.question().destination().orElseThrow();
        return matter.has(paper -> isAbout(paper, destination))
                ? Optional.empty()
                : deny(
                        matter,
                        heard -> List.of(Finding.of(Because.NO_EXPORT_ASSESSMENT, Codes.law("pipl-36"), destination)));
    }

    private static boolean isAbout(Evidence paper, String destination) {
        return paper.destinations().contains(destination)
                && (paper.types().contains(Known.SECURITY_ASSESSMENT)
                        || paper.types().contains(Known.TRANSFER_EXEMPTION));
    }

    private static Optional<Ruling> deny(Matter matter, Ruling.Why why) {
        return Optional.of(new Ruling(Outcome.DENY, 9, matter, why));
    }

    /** The grants that let the data be passed on. */
    static List<Grant> reliedOn(Matter matter) {
        if (matter.question().action() != Action.REDISTRIBUTE) {
            return List.of();
        }
        var third = matter.hearing().index().party(matter.question().thirdParty());
        return matter.grants().stream()
                .filter(grant -> Relevance.names(grant.reach().onward(), third))
                .toList();
    }
}

package org.shuqi.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shuqi.decision.fact.Effect;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Norm;

/** What may flow still needs the evidence that each requirement names, and a recipient cleared for its level. */
final class S8Requirements implements Stage {

    private static final Set<String> NOT_ON_PAPER =
            Set.of(Codes.AGREEMENT, Codes.REQUEST, Codes.CLEARANCE, Codes.DE_IDENTIFICATION);

    @Override
    public Optional<Ruling> on(Matter matter) {
        var unmet = new ArrayList<Finding>();
        applying(matter).forEach(norm -> unmet.addAll(unmet(norm, matter)));
        if (!isCleared(matter)) {
            unmet.add(clearance(matter, Codes.CLEARANCE));
        }
        if (unmet.isEmpty()) {
            return Optional.empty();
        }
        var approval = unmet.stream()
                .filter(finding -> finding.because() == Because.NO_SPECIAL_APPROVAL)
                .toList();
        return Optional.of(
                approval.isEmpty()
                        ? Ruling.of(Outcome.APPLY, 8, List.copyOf(unmet))
                        : Ruling.of(Outcome.DENY, 8, approval));
    }

    /** The requirements in force; one that gives way to mandates does so. */
    static List<Norm> applying(Matter matter) {
        return matter.inForce(Effect.REQUIREMENT).stream()
                .filter(norm -> !(norm.waivedByMandate() && S6Mandate.carries(matter)))
                .toList();
    }

    private static List<Finding> unmet(Norm norm, Matter matter) {
        if (norm.requires().isEmpty()) {
            return List.of(missing(Because.NO_ASSESSMENT, norm, List.of(norm.iri(), norm.iri())));
        }
        return norm.requires().stream()
                .filter(evidence -> !isMet(evidence, matter))
                .map(evidence -> finding(evidence, norm, matter))
                .toList();
    }

    private static boolean isMet(String evidence, Matter matter) {
        if (evidence.equals(Codes.AGREEMENT)) {
            return !matter.agreements().isEmpty();
        }
        if (evidence.equals(Codes.REQUEST)) {
            return !matter.grants().isEmpty();
        }
        if (evidence.equals(Codes.CLEARANCE)) {
            return isCleared(matter);
        }
        return evidence.equals(Codes.DE_IDENTIFICATION)
                ? isDeIdentified(matter)
                : matter.has(paper -> paper.types().contains(evidence));
    }

    /** Whether the evidence is a paper, to be looked for among assessments. */
    static boolean isOnPaper(String evidence) {
        return !NOT_ON_PAPER.contains(evidence);
    }

    private static boolean isCleared(Matter matter) {
        var stated = matter.recipient().organisation().clearances();
        var clearance = matter.rankOf(stated.isEmpty() ? matter.jurisdiction().clearances() : stated);
        var level = matter.rankOf(matter.item().levels());
        return clearance.isPresent() && level.isPresent() && clearance.getAsInt() >= level.getAsInt();
    }

    private static boolean isDeIdentified(Matter matter) {
        return matter.question().method() == Method.VERIFY
                || matter.item().masked()
                || matter.grants().stream().anyMatch(grant -> isMasked(grant, matter));
    }

    private static boolean isMasked(Grant grant, Matter matter) {
        return grant.masked().contains(grant.iri())
                || grant.masked().contains(matter.item().iri());
    }

    private static Finding finding(String evidence, Norm norm, Matter matter) {
        if (evidence.equals(Codes.AGREEMENT)) {
            return missing(Because.NO_AGREEMENT, norm, List.of(norm.iri()));
        }
        if (evidence.equals(Codes.REQUEST)) {
            return missing(Because.NO_REQUEST, norm, List.of(norm.iri()));
        }
        if (evidence.equals(Codes.CLEARANCE)) {
            return clearance(matter, norm.iri());
        }
        if (evidence.equals(Codes.SPECIAL_APPROVAL)) {
            return missing(Because.NO_SPECIAL_APPROVAL, norm, List.of(norm.iri()));
        }
        return evidence.equals(Codes.DE_IDENTIFICATION)
                ? missing(Because.NOT_DE_IDENTIFIED, norm, List.of(norm.iri()))
                : missing(Because.NO_ASSESSMENT, norm, List.of(evidence, norm.iri()));
    }

    private static Finding missing(Because because, Norm norm, List<String> about) {
        return new Finding(because, norm.iri(), about, norm.bases());
    }

    private static Finding clearance(Matter matter, String rule) {
        return Finding.of(
                Because.CLEARANCE_TOO_LOW,
                rule,
                matter.recipient().iri(),
                matter.item().iri());
    }

    /** The agreements that a requirement was met by. */
    static List<Grant> reliedOn(Matter matter) {
        return applying(matter).stream().anyMatch(norm -> norm.requires().contains(Codes.AGREEMENT))
                ? matter.agreements()
                : List.of();
    }
}

package org.shuqi.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shuqi.decision.fact.Effect;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Ids;
import org.shuqi.decision.fact.Known;
import org.shuqi.decision.fact.Norm;

/** What may flow still needs the evidence that each requirement names, and a recipient cleared for its level. */
final class S8Requirements implements Stage {

    private static final Ids NOT_ON_PAPER =
            Ids.of(Known.AGREEMENT, Known.REQUEST, Known.CLEARANCE, Known.DE_IDENTIFICATION);

    @Override
    public Optional<Ruling> on(Matter matter) {
        var unmet = !isCleared(matter);
        for (var norm : applying(matter)) {
            var requires = norm.requires();
            if (requires.contains(Known.SPECIAL_APPROVAL) && !isMet(Known.SPECIAL_APPROVAL, matter)) {
                return Optional.of(new Ruling(Outcome.DENY, 8, matter, S8Requirements::approvals));
            }
            unmet |= requires.isEmpty() || isWanting(requires, matter);
        }
        return unmet ? Optional.of(new Ruling(Outcome.APPLY, 8, matter, S8Requirements::unmet)) : Optional.empty();
    }

    /** The requirements in force; one that gives way to mandates does so. */
    static List<Norm> applying(Matter matter) {
        var applying = matter.inForce(Effect.REQUIREMENT);
        return S6Mandate.carries(matter)
                ? applying.stream().filter(norm -> !norm.waivedByMandate()).toList()
                : applying;
    }

    private static boolean isWanting(Ids requires, Matter matter) {
        for (var place = 0; place < requires.size(); place++) {
            if (!isMet(requires.at(place), matter)) {
                return true;
            }
        }
        return false;
    }

    /** The evidence demanded and not there. */
    private static List<Integer> missing(Norm norm, Matter matter) {
        return norm.requires().stream()
                .filter(evidence -> !isMet(evidence, matter))
                .boxed()
                .toList();
    }

    private static boolean isMet(int evidence, Matter matter) {
        if (evidence == Known.AGREEMENT) {
            return !matter.agreements().isEmpty();
        }
        if (evidence == Known.REQUEST) {
            return !matter.grants().isEmpty();
        }
        if (evidence == Known.CLEARANCE) {
            return isCleared(matter);
        }
        return evidence == Known.DE_IDENTIFICATION
                ? isDeIdentified(matter)
                : matter.has(paper -> paper.types().contains(evidence));
    }

    /** Whether the evidence is a paper, to be looked for among assessments. */
    static boolean isOnPaper(int evidence) {
        return !NOT_ON_PAPER.contains(evidence);
    }

    private static boolean isCleared(Matter matter) {
        var stated = matter.recipient().clearances();
        var clearance = matter.rankOf(stated.isEmpty() ? matter.jurisdiction().clearances() : stated);
        var level = matter.rankOf(matter.traits().levels());
        return clearance.isPresent() && level.isPresent() && clearance.getAsInt() >= level.getAsInt();
    }

    private static boolean isDeIdentified(Matter matter) {
        return matter.question().method() == Method.VERIFY
                || matter.traits().masked()
                || matter.grants().stream().anyMatch(grant -> isMasked(grant, matter));
    }

    private static boolean isMasked(Grant grant, Matter matter) {
        return grant.masking().whole()
                || grant.masking().items().contains(matter.item().iri());
    }

    private static List<Finding> approvals(Matter matter) {
        return unmet(matter).stream()
                .filter(finding -> finding.because() == Because.NO_SPECIAL_APPROVAL)
                .toList();
    }

    /** What is missing, requirement by requirement. */
    static List<Finding> unmet(Matter matter) {
        var unmet = new ArrayList<Finding>();
        applying(matter).stream()
                .sorted(Comparator.comparing(norm -> matter.iri(norm.iri())))
                .forEach(norm -> unmet.addAll(unmet(norm, matter)));
        if (!isCleared(matter)) {
            unmet.add(clearance(matter, matter.iri(Known.CLEARANCE)));
        }
        return List.copyOf(unmet);
    }

    private static List<Finding> unmet(Norm norm, Matter matter) {
        var rule = matter.iri(norm.iri());
        if (norm.requires().isEmpty()) {
            return List.of(matter.finding(Because.NO_ASSESSMENT, norm, rule, rule));
        }
        return missing(norm, matter).stream()
                .map(evidence -> finding(evidence, norm, matter))
                .sorted(Comparator.comparing(
                                (Finding finding) -> finding.about().get(0))
                        .thenComparing(Finding::because))
                .toList();
    }

    private static Finding finding(int evidence, Norm norm, Matter matter) {
        var rule = matter.iri(norm.iri());
        if (evidence == Known.AGREEMENT) {
            return matter.finding(Because.NO_AGREEMENT, norm, rule);
        }
        if (evidence == Known.REQUEST) {
            return matter.finding(Because.NO_REQUEST, norm, rule);
        }
        if (evidence == Known.CLEARANCE) {
            return clearance(matter, rule);
        }
        if (evidence == Known.SPECIAL_APPROVAL) {
            return matter.finding(Because.NO_SPECIAL_APPROVAL, norm, rule);
        }
        return evidence == Known.DE_IDENTIFICATION
                ? matter.finding(Because.NOT_DE_IDENTIFIED, norm, rule)
                : matter.finding(Because.NO_ASSESSMENT, norm, matter.iri(evidence), rule);
    }

    private static Finding clearance(Matter matter, String rule) {
        return Finding.of(
                Because.CLEARANCE_TOO_LOW, rule, matter.iri(matter.recipient().iri()), matter.itemIri());
    }

    /** The agreements that a requirement was met by. */
    static List<Grant> reliedOn(Matter matter) {
        return applying(matter).stream().anyMatch(norm -> norm.requires().contains(Known.AGREEMENT))
                ? matter.agreements()
                : List.of();
    }
}

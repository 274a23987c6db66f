package org.shuqi.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.shuqi.decision.fact.Effect;
import org.shuqi.decision.fact.Ids;
import org.shuqi.decision.fact.Norm;

/** A prohibition stops the matter unless a mandate goes before it; without a sufficient basis it only calls for talks. */
final class S4Prohibition implements Stage {

    @Override
    public Optional<Ruling> on(Matter matter) {
        var standing = standing(matter);
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        for (var norm : standing) {
            if (forbids(norm, matter)) {
                return Optional.of(new Ruling(Outcome.DENY, 4, matter, S4Prohibition::strong));
            }
        }
        return Optional.of(new Ruling(Outcome.NEGOTIATE, 4, matter, S4Prohibition::weak));
    }

    private static List<Norm> standing(Matter matter) {
        var standing = new ArrayList<Norm>(0);
        for (var norm : matter.inForce(Effect.PROHIBITION)) {
            if (!isOutranked(norm, matter)) {
                standing.add(norm);
            }
        }
        return standing;
    }

    private static boolean forbids(Norm norm, Matter matter) {
        return matter.isSufficient(norm.bases())
                || (matter.jurisdiction().acceptsLocalNegativeList() && matter.isAnyInForce(norm.bases()));
    }

    private static boolean isOutranked(Norm prohibition, Matter matter) {
        if (matter.mandates().isEmpty()) {
            return false;
        }
        var rank = highest(prohibition.bases(), matter);
        return matter.mandates().stream()
                .anyMatch(mandate -> mandate.overrides().contains(prohibition.iri())
                        || (rank.isPresent() && rankInForce(mandate, matter) > rank.getAsInt()));
    }

    /** The highest rank among the bases; empty if one of them has no clear rank, for then it might be the highest. */
    private static OptionalInt highest(Ids bases, Matter matter) {
        return bases.stream().anyMatch(basis -> matter.rank(basis).isEmpty())
                ? OptionalInt.empty()
                : bases.stream().map(basis -> matter.rank(basis).orElseThrow()).max();
    }

    private static int rankInForce(Norm mandate, Matter matter) {
        return mandate.bases().stream()
                .filter(matter::isInForce)
                .map(basis -> matter.rank(basis).orElse(Integer.MIN_VALUE))
                .max()
                .orElse(Integer.MIN_VALUE);
    }

    private static List<Finding> strong(Matter matter) {
        return findings(
                Because.PROHIBITED,
                standing(matter).stream().filter(norm -> forbids(norm, matter)).toList(),
                matter);
    }

    private static List<Finding> weak(Matter matter) {
        return findings(Because.WEAKLY_PROHIBITED, standing(matter), matter);
    }

    private static List<Finding> findings(Because because, List<Norm> norms, Matter matter) {
        return norms.stream()
                .sorted(Comparator.comparing(norm -> matter.iri(norm.iri())))
                .map(norm -> matter.finding(because, norm, matter.iri(norm.iri())))
                .toList();
    }
}

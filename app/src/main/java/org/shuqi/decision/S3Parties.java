package org.shuqi.decision;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Party;

/** Sharing is among departments; others join by agreement, and enterprises only if they are named (Order 809 Art 2, 43). */
final class S3Parties implements Stage {

    @Override
    public Optional<Ruling> on(Matter matter) {
        return matter.regime() == Regime.NONE
                ? Optional.of(new Ruling(Outcome.OUT_OF_SCOPE, 3, matter, S3Parties::findings))
                : Optional.empty();
    }

    private static List<Finding> findings(Matter matter) {
        var recipient = matter.recipient();
        var culprit = Stream.concat(Stream.of(recipient), matter.provider().stream())
                .filter(party -> !isSupported(party))
                .findFirst()
                .orElse(recipient);
        var because = culprit == recipient && Regime.isOutside(recipient.kind())
                ? Because.RELEASED_OUTSIDE
                : Because.UNSUPPORTED_PARTY;
        return List.of(Finding.of(because, Codes.law("order-809-2"), matter.iri(culprit.iri())));
    }

    private static boolean isSupported(Party party) {
        return Codes.DEPARTMENTS.contains(party.kind()) || Codes.OTHER_ORGANS.contains(party.kind());
    }
}

package org.shuqi.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shuqi.decision.fact.Effect;

/** A suspended recipient gets nothing while the suspension lasts (Order 809 Art 27). */
final class S5Standing implements Stage {

    @Override
    public Optional<Ruling> on(Matter matter) {
        return matter.inForce(Effect.SUSPENSION).isEmpty()
                ? Optional.empty()
                : Optional.of(new Ruling(Outcome.DENY, 5, matter, S5Standing::findings));
    }

    private static List<Finding> findings(Matter matter) {
        var recipient = matter.iri(matter.recipient().iri());
        return matter.inForce(Effect.SUSPENSION).stream()
                .sorted(Comparator.comparing(order -> matter.iri(order.iri())))
                .map(order -> matter.finding(Because.SUSPENDED, order, recipient, matter.iri(order.iri())))
                .toList();
    }
}

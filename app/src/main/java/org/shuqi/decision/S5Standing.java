package org.shuqi.decision;

import java.util.List;
import java.util.Optional;
import org.shuqi.decision.fact.Effect;

/** A suspended recipient gets nothing while the suspension lasts (Order 809 Art 27). */
final class S5Standing implements Stage {

    @Override
    public Optional<Ruling> on(Matter matter) {
        var recipient = matter.recipient().iri();
        var findings = matter.inForce(Effect.SUSPENSION).stream()
                .map(order ->
                        new Finding(Because.SUSPENDED, order.iri(), List.of(recipient, order.iri()), order.bases()))
                .toList();
        return findings.isEmpty() ? Optional.empty() : Optional.of(Ruling.of(Outcome.DENY, 5, findings));
    }
}

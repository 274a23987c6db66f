package org.shuqi.decision.fact;

import java.util.List;

/**
 * What a catalogue entry announces about sharing (Order 809 Art 13 to 15).
 *
 * @param attributes sharing attributes, IRIs; exactly one if the record is sound
 * @param scope parties it is open to
 * @param purposes purposes it is open for
 * @param methods methods it is offered by
 * @param bases legal bases for withholding it
 */
public record Offer(
        List<String> attributes, List<String> scope, List<String> purposes, List<String> methods, List<String> bases) {

    /** What the item says for itself, and for the rest what its entry says. */
    Offer over(Offer entry) {
        return new Offer(
                own(attributes, entry.attributes),
                own(scope, entry.scope),
                own(purposes, entry.purposes),
                own(methods, entry.methods),
                own(bases, entry.bases));
    }

    private static List<String> own(List<String> item, List<String> entry) {
        return item.isEmpty() ? entry : item;
    }
}

package org.shuqi.decision.fact;

/**
 * What a catalogue entry announces about sharing (Order 809 Art 13 to 15).
 *
 * @param attributes sharing attributes; exactly one if the record is sound
 * @param scope parties it is open to
 * @param purposes purposes it is open for
 * @param methods methods it is offered by
 * @param bases legal bases for withholding it
 */
public record Offer(Ids attributes, Ids scope, Ids purposes, Ids methods, Ids bases) {

    /** What the item says for itself, and for the rest what its entry says. */
    Offer over(Offer entry) {
        return new Offer(
                own(attributes, entry.attributes),
                own(scope, entry.scope),
                own(purposes, entry.purposes),
                own(methods, entry.methods),
                own(bases, entry.bases));
    }

    private static Ids own(Ids item, Ids entry) {
        return item.isEmpty() ? entry : item;
    }
}

package org.shuqi.decision.fact;

/**
 * What the rule looks at in an item that is not granted, to find whether it may flow: whom else it is offered to, for what,
 * and why it is withheld only tells what to do about it.
 *
 * @param attributes sharing attributes
 * @param methods methods by which it is open to everybody
 * @param levels its level
 * @param classes asset classes and personal-data categories
 * @param secret whether it is flagged a state or work secret
 * @param masked whether it carries a masking rule of its own
 * @param sources the departments it names as its source
 */
record Plain(Ids attributes, Ids methods, Ids levels, Ids classes, boolean secret, boolean masked, Ids sources) {

    static Plain of(Traits some) {
        var offer = some.offer();
        var open = offer.attributes().contains(Known.UNCONDITIONAL);
        return new Plain(
                offer.attributes(),
                open ? offer.methods() : Ids.NONE,
                some.levels(),
                some.classes(),
                some.secret(),
                some.masked(),
                some.sources());
    }
}

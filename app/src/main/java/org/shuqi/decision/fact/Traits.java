package org.shuqi.decision.fact;

/**
 * What the rule looks at in a data item, but for who it is: a country has millions of items and few sorts of them.
 *
 * @param offer what holds for it: its own words, else those of its entry
 * @param levels its level, else that of its entry; exactly one if the record is sound
 * @param classes asset classes and personal-data categories
 * @param secret whether it is flagged a state or work secret
 * @param masked whether it carries a masking rule of its own
 * @param sources the departments it names as its source
 */
public record Traits(Offer offer, Ids levels, Ids classes, boolean secret, boolean masked, Ids sources) {}

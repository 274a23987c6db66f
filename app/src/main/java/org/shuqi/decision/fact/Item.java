package org.shuqi.decision.fact;

import java.util.List;

/**
 * A data item of a dataset.
 *
 * @param iri which
 * @param offer what holds for it: its own words, else those of its entry
 * @param levels its level, else that of its entry, IRIs; exactly one if the record is sound
 * @param classes asset classes and personal-data categories
 * @param secret whether it is flagged a state or work secret
 * @param masked whether it carries a masking rule of its own
 * @param sources the departments it names as its source
 */
public record Item(
        String iri,
        Offer offer,
        List<String> levels,
        List<String> classes,
        boolean secret,
        boolean masked,
        List<String> sources) {}

package org.shuqi.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shuqi.decision.fact.Dataset;
import org.shuqi.decision.fact.Item;
import org.shuqi.decision.fact.Terms;

/**
 * A question with parts left free.
 *
 * @param recipient organisation; {@link Terms#NONE} if free
 * @param dataset entry; empty if free
 * @param items the items asked about; empty if the dataset is free
 * @param purpose concept; {@link Terms#NONE} if free
 * @param manner how and what for
 * @param provider organisation; {@link Terms#NONE} if free
 * @param region division; {@link Terms#NONE} for whole datasets
 * @param at the instant asked about
 */
record Open(
        int recipient,
        Optional<Dataset> dataset,
        List<Item> items,
        int purpose,
        Question.Manner manner,
        int provider,
        int region,
        Instant at) {

    /** With these values in the place of what is free. */
    Question asking(int who, Dataset what, int why) {
        return new Question(who, what, dataset.isPresent() ? items : what.items(), why, manner, provider, region, at);
    }
}

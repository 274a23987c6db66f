package org.shuqi.bench;

import java.util.Set;

/**
 * A question with all that a policy engine has to be told, because it holds policies and no registry.
 *
 * @param asked the question
 * @param above whoever is above the recipient
 * @param provider who publishes the dataset
 * @param assets the dataset, its theme and the broader ones
 * @param purposes the purpose and the broader ones
 * @param items names of all items of the dataset
 * @param flags names of the conditions that hold
 */
record Requested(
        Asked asked,
        Set<String> above,
        String provider,
        Set<String> assets,
        Set<String> purposes,
        Set<String> items,
        Set<String> flags) {}

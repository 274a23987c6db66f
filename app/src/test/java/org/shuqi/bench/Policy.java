package org.shuqi.bench;

import java.util.Set;

/**
 * One policy as a general policy engine holds it, compiled from the facts of a registry as of one instant. An empty scope
 * matches everything.
 *
 * @param id its name
 * @param permits whether it permits; else it forbids, and forbidding wins
 * @param recipient IRI, or empty
 * @param below whether it also speaks of whoever is below the recipient
 * @param provider IRI, or empty
 * @param asset dataset or theme, or empty
 * @param purposes IRIs; a narrower purpose matches too
 * @param exceptPurposes purposes that it does not speak of
 * @param exceptRecipients recipients that it does not speak of
 * @param items names of the only items that it speaks of; empty for all
 * @param when the one condition on what is asked
 */
record Policy(
        String id,
        boolean permits,
        String recipient,
        boolean below,
        String provider,
        String asset,
        Set<String> purposes,
        Set<String> exceptPurposes,
        Set<String> exceptRecipients,
        Set<String> items,
        Condition when) {

    /** What a policy may ask of a request beyond its scopes: flags that the caller works out from the registry. */
    enum Condition {
        NONE,
        /** Unconditional, by a method on offer, between departments, without personal data. */
        OPEN,
        /** Shared at all, and by a method on offer if it is unconditional. */
        SHARED,
        /** Shared between departments, without personal data. */
        REQUESTABLE,
        /** No personal data. */
        NOT_PERSONAL,
        /** Unpublished, above the clearance, core or important, outside, or without a needed assessment. */
        BARRED
    }

    /** Whether it speaks of the request: what every engine has to agree with. */
    boolean appliesTo(Requested request) {
        return (recipient.isEmpty()
                        || recipient.equals(request.asked().recipient())
                        || (below && request.above().contains(recipient)))
                && (provider.isEmpty() || provider.equals(request.provider()))
                && (asset.isEmpty() || request.assets().contains(asset))
                && (purposes.isEmpty() || meet(purposes, request.purposes()))
                && !meet(exceptPurposes, request.purposes())
                && !exceptRecipients.contains(request.asked().recipient())
                && (items.isEmpty() || items.containsAll(request.items()))
                && request.flags().contains(when.name());
    }

    private static boolean meet(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }
}

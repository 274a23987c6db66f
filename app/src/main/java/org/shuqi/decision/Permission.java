package org.shuqi.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One row of {@code sq:permits}: the outcome for a dataset, a recipient and a purpose, now, by query, for all items.
 *
 * @param dataset IRI
 * @param recipient IRI
 * @param purpose IRI
 * @param outcome the outcome
 * @param grants IRIs of the agreements and requests relied on; empty if none
 * @param lasting works out when the passing of time alone could change it, which costs more than all the rest
 */
public record Permission(
        String dataset,
        String recipient,
        String purpose,
        Outcome outcome,
        List<String> grants,
        Supplier<Optional<Instant>> lasting) {

    public Permission {
        grants = List.copyOf(grants);
    }

    /** When the passing of time alone could change it. */
    public Optional<Instant> validUntil() {
        return lasting.get();
    }

    /**
     * What is asked for; an empty part is free.
     *
     * @param dataset IRI
     * @param recipient IRI
     * @param purpose IRI
     * @param outcome the outcome wanted
     */
    public record Pattern(
            Optional<String> dataset,
            Optional<String> recipient,
            Optional<String> purpose,
            Optional<Outcome> outcome) {}
}

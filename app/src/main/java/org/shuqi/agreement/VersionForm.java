package org.shuqi.agreement;

import java.util.Optional;

/**
 * The next version of an agreement that somebody wants to draft.
 *
 * @param kind {@code amend}, {@code renew} or {@code succeed}
 * @param identifier number of the new version; {@code {number}/v2} and so on if absent
 * @param validFrom when it begins to hold, as instant or day; of a renewal the end of the present term if absent, else as now
 * @param validUntil when it ends; needed for a renewal
 * @param from IRI or name of the party whose place is taken over, for {@code succeed}
 * @param to IRI or name of who takes it over
 */
public record VersionForm(
        String kind,
        Optional<String> identifier,
        Optional<String> validFrom,
        Optional<String> validUntil,
        Optional<String> from,
        Optional<String> to) {}

package org.shuqi.agreement;

import java.util.Optional;

/**
 * One version of an agreement.
 *
 * @param number its place, from 1
 * @param id under which it stands at {@code /api/v1/agreements/}
 * @param iri the record
 * @param status code of its status
 * @param kind code of why there is this version; the first has none
 * @param replaces IRI of the version before
 * @param activatedAt when it was put into force
 * @param validFrom start of its term
 * @param validUntil end of its term
 * @param terminatedAt when it ended before its term
 * @param tag the revision that last changed it
 */
public record Version(
        int number,
        String id,
        String iri,
        String status,
        Optional<String> kind,
        Optional<String> replaces,
        Optional<String> activatedAt,
        Optional<String> validFrom,
        Optional<String> validUntil,
        Optional<String> terminatedAt,
        long tag) {}

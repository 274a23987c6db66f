package org.shuqi.decision;

import java.util.List;
import java.util.Optional;

/**
 * One answer that is another after a change.
 *
 * @param provider IRI of who gives
 * @param dataset IRI of the entry
 * @param items IRIs of the items of which it is so
 * @param recipient IRI of who receives
 * @param purpose IRI of the purpose
 * @param method code of the method
 * @param thirdParty IRI of whom the recipient passes the data on to, if the question is about that
 * @param before outcome as the registry is
 * @param after outcome once the change is made
 */
public record Difference(
        String provider,
        String dataset,
        List<String> items,
        String recipient,
        String purpose,
        String method,
        Optional<String> thirdParty,
        Outcome before,
        Outcome after) {

    public Difference {
        items = List.copyOf(items);
    }
}

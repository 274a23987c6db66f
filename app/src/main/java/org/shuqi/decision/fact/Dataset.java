package org.shuqi.decision.fact;

import java.util.List;
import java.util.Optional;
import org.shuqi.time.Span;

/**
 * A catalogue entry with its data items.
 *
 * @param iri which
 * @param codes resource code and other identifiers
 * @param publishers who publishes it; exactly one if the record is sound
 * @param sources the departments named as its source
 * @param themes its themes
 * @param catalogues the catalogues that list it
 * @param published when it is published
 * @param offer what it announces
 * @param items its data items, by IRI; an entry without items stands for itself
 */
public record Dataset(
        String iri,
        List<String> codes,
        List<String> publishers,
        List<String> sources,
        List<String> themes,
        List<String> catalogues,
        Span published,
        Offer offer,
        List<Item> items)
        implements Fact {

    /** The item of that IRI. */
    public Optional<Item> item(String iri) {
        return items.stream().filter(item -> item.iri().equals(iri)).findFirst();
    }
}

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
 * @param items its data items, sorted by IRI; an entry without items stands for itself
 */
public record Dataset(
        int iri,
        List<String> codes,
        Ids publishers,
        Ids sources,
        Ids themes,
        Ids catalogues,
        Span published,
        List<Item> items)
        implements Fact {

    /** The item of that id. */
    public Optional<Item> item(int iri) {
        for (var item : items) {
            if (item.iri() == iri) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    /** Whether the entry itself lets one of its items flow to every department. */
    public boolean isPartlyOpen() {
        return items.stream()
                .anyMatch(item -> item.traits().offer().attributes().contains(Known.UNCONDITIONAL));
    }
}

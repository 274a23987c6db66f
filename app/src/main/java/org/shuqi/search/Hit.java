package org.shuqi.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * Something found, as it was at the revision of the index.
 *
 * @param iri what it is
 * @param group its kind
 * @param name what people call it
 * @param code its number, if it has one
 * @param within the dataset of an item
 * @param values the values of its facets
 */
public record Hit(
        Node iri,
        Group group,
        Name name,
        Optional<String> code,
        Optional<Node> within,
        Map<Facet, List<String>> values) {

    public Hit {
        values = Map.copyOf(values);
    }

    /** The values of a facet. */
    public List<String> of(Facet facet) {
        return values.getOrDefault(facet, List.of());
    }
}

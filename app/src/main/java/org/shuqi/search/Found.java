package org.shuqi.search;

import java.util.List;
import java.util.Map;

/**
 * What came of a search: only what the caller may read, in the findings and in every number.
 *
 * @param revision of the registry that was searched; later changes are not yet in it
 * @param total how many there are of the kinds wanted
 * @param groups how many of each kind, whatever kind was wanted
 * @param facets for each facet its values and how many have them, most frequent first, whatever value of that facet was
 *     wanted
 * @param hits the page; if no kind was named, the first of each kind
 * @param names of everything that the hits and facets name by IRI
 * @param isLoose whether nothing has all of the words, and this is what comes near
 */
public record Found(
        long revision,
        long total,
        Map<Group, Long> groups,
        Map<Facet, List<Counted>> facets,
        List<Hit> hits,
        Map<String, Name> names,
        boolean isLoose) {

    public Found {
        groups = Map.copyOf(groups);
        facets = Map.copyOf(facets);
        hits = List.copyOf(hits);
        names = Map.copyOf(names);
    }

    /**
     * A value of a facet.
     *
     * @param value an IRI
     * @param count how many have it
     */
    public record Counted(String value, long count) {}

    /** How many of the kind. */
    public long of(Group group) {
        return groups.getOrDefault(group, 0L);
    }

    /** What something is called, else the last part of its IRI. */
    public Name name(String iri) {
        return names.getOrDefault(iri, Name.NONE).or(iri.replaceAll(".*[/#](?=.)", ""));
    }

    /** The hits of one kind. */
    public List<Hit> hits(Group group) {
        return hits.stream().filter(hit -> hit.group() == group).toList();
    }
}

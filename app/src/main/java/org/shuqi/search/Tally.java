package org.shuqi.search;

import java.util.List;
import java.util.Map;

/**
 * What came of looking through the index once: it answers every page of the same search, as far as the best were kept.
 *
 * @param groups how many of each kind
 * @param facets the values of each facet, most frequent first
 * @param best documents of each kind, best first
 * @param depth how many of each kind were kept
 * @param isLoose whether this is what comes near, since nothing fits
 */
record Tally(
        Map<Group, Long> groups,
        Map<Facet, List<Found.Counted>> facets,
        Map<Group, List<Integer>> best,
        int depth,
        boolean isLoose) {

    /** How many there are of the kinds wanted. */
    long total(Wanted wanted) {
        return wanted.group().map(group -> groups.getOrDefault(group, 0L)).orElseGet(() -> groups.values().stream()
                .mapToLong(Long::longValue)
                .sum());
    }

    /** Whether the page is among what was kept. */
    boolean reaches(Wanted wanted) {
        return wanted.offset() + wanted.limit() <= depth;
    }

    /** The documents of the page: of each kind in turn, best first. */
    List<Integer> page(Wanted wanted) {
        return best.values().stream()
                .flatMap(documents -> documents.stream().skip(wanted.offset()).limit(wanted.limit()))
                .toList();
    }
}

package org.shuqi.decision.fact;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/**
 * The organisations, numbered in the order of their IRIs, and sorted into those that differ by name only: of the same kinds
 * and with the same clearance.
 */
public final class Bodies {

    private final List<Organisation> byIri;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final List<RoaringBitmap> alike;

    private record Sort(Ids kinds, Ids clearances) {}

    Bodies(List<Organisation> organisations, Terms terms) {
        this.byIri = organisations.stream()
                .sorted(Comparator.comparing(one -> terms.iri(one.iri())))
                .toList();
        var sorts = new HashMap<Sort, RoaringBitmap>();
        for (var place = 0; place < byIri.size(); place++) {
            var one = byIri.get(place);
            places.put(one.iri(), place);
            sorts.computeIfAbsent(new Sort(one.kinds(), one.clearances()), fresh -> new RoaringBitmap())
                    .add(place);
        }
        this.alike = List.copyOf(sorts.values());
    }

    /** The organisation at a place. */
    public int organisation(int place) {
        return byIri.get(place).iri();
    }

    /** The place of an organisation; -1 for what is none. */
    public int place(int organisation) {
        return places.getOrDefault(organisation, -1);
    }

    /** The places of those that are alike. */
    public List<RoaringBitmap> alike() {
        return alike;
    }
}

package org.shuqi.decision.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The norms that name one of several assets, gathered once for each set that is asked about. Sets of levels, classes, themes
 * and catalogues are few, and most of them no norm names.
 *
 * <p>Belongs to one state of the norms and of what stands above what.
 */
final class Compendium {

    private final Shelf<Norm> norms;
    private final Ancestry ancestry;
    private final ConcurrentHashMap<Ids, List<Norm>> onConcepts = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Ids, List<Norm>> onCatalogues = new ConcurrentHashMap<>();

    Compendium(Shelf<Norm> norms, Ancestry ancestry) {
        this.norms = norms;
        this.ancestry = ancestry;
    }

    /** Whether it was gathered from these. */
    boolean isOf(Shelf<Norm> others, Ancestry other) {
        return norms == others && ancestry == other;
    }

    /** The norms that name one of the concepts or something broader. */
    List<Norm> onConcepts(Ids concepts) {
        if (concepts.isEmpty()) {
            return List.of();
        }
        var known = onConcepts.get(concepts);
        return known != null ? known : keep(onConcepts, concepts, ancestry.broader(concepts));
    }

    /** The norms that name one of the catalogues or one that lists it. */
    List<Norm> onCatalogues(Ids catalogues) {
        if (catalogues.isEmpty()) {
            return List.of();
        }
        var known = onCatalogues.get(catalogues);
        return known != null ? known : keep(onCatalogues, catalogues, ancestry.listing(catalogues));
    }

    private List<Norm> keep(ConcurrentHashMap<Ids, List<Norm>> where, Ids key, Ids assets) {
        var found = new ArrayList<Norm>();
        assets.stream().forEach(asset -> norms.get(asset).stream()
                .filter(norm -> !found.contains(norm))
                .forEach(found::add));
        var gathered = List.copyOf(found);
        where.put(key, gathered);
        return gathered;
    }
}

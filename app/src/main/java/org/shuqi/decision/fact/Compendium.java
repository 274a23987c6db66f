package org.shuqi.decision.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * What stands above sets of concepts and of catalogues, and the norms that name any of that, gathered once for each set that is
 * asked about. Sets of classes, themes and catalogues are few, and most of them no norm names.
 *
 * <p>Belongs to one state of the norms and of what stands above what.
 */
final class Compendium {

    private final Shelf<Norm> norms;
    private final Ancestry ancestry;
    private final Lines concepts;
    private final Lines catalogues;

    Compendium(Shelf<Norm> norms, Ancestry ancestry) {
        this.norms = norms;
        this.ancestry = ancestry;
        this.concepts = new Lines(norms, ancestry::broader);
        this.catalogues = new Lines(norms, ancestry::listing);
    }

    /** Whether it was gathered from these. */
    boolean isOf(Shelf<Norm> others, Ancestry other) {
        return norms == others && ancestry == other;
    }

    /** The concepts with all that are broader, and the norms that name one of these. */
    Line concepts(Ids some) {
        return concepts.of(some);
    }

    /** The catalogues with all that list them, and the norms that name one of these. */
    Line catalogues(Ids some) {
        return catalogues.of(some);
    }

    /** Lines by what they begin with: most begin with one term. */
    private static final class Lines {

        private final Shelf<Norm> norms;
        private final UnaryOperator<Ids> above;
        private final Memo<Line> single;
        private final ConcurrentHashMap<Ids, Line> several = new ConcurrentHashMap<>();

        Lines(Shelf<Norm> norms, UnaryOperator<Ids> above) {
            this.norms = norms;
            this.above = above;
            this.single = new Memo<>(this::madeOfOne);
        }

        Line of(Ids some) {
            return switch (some.size()) {
                case 0 -> Line.NONE;
                case 1 -> ofOne(some);
                default -> ofSeveral(some);
            };
        }

        private Line ofOne(Ids some) {
            var line = some.at(0) < 0 ? line(some) : single.of(some.at(0));
            return line == Line.NONE ? new Line(some, List.of()) : line;
        }

        /** What stands under nothing and is named by no norm, as most catalogues are, takes no room. */
        private Line madeOfOne(int one) {
            var line = line(Ids.of(one));
            return line.all().size() == 1 && line.norms().isEmpty() ? Line.NONE : line;
        }

        private Line ofSeveral(Ids some) {
            var known = several.get(some);
            if (known != null) {
                return known;
            }
            var made = line(some);
            several.put(some, made);
            return made;
        }

        private Line line(Ids start) {
            var all = above.apply(start);
            var found = new ArrayList<Norm>();
            all.stream().forEach(asset -> norms.get(asset).stream()
                    .filter(norm -> !found.contains(norm))
                    .forEach(found::add));
            return new Line(all, List.copyOf(found));
        }
    }
}

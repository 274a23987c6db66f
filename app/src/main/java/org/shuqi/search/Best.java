package org.shuqi.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;

/**
 * The best of what is found, segment by segment. Within a segment names are compared by their numbers, which are in the order
 * of the names; only the names of those that are kept are read.
 */
final class Best {

    // what fits as well as another comes by its name, so that 登记 stands before 登记（旧）
    private static final Comparator<Ranked> ORDER = Comparator.comparing(Ranked::score)
            .reversed()
            .thenComparing(Ranked::name)
            .thenComparing(Ranked::document);

    private static final Comparator<Here> WORST_FIRST = Comparator.comparing(Here::score)
            .thenComparing(Here::name, Comparator.reverseOrder())
            .thenComparing(Here::document, Comparator.reverseOrder());

    private final int most;
    private final PriorityQueue<Here> here = new PriorityQueue<>(WORST_FIRST);
    private List<Ranked> kept = new ArrayList<>();
    private boolean isFull;
    private float leastScore;
    private int firstWorse;

    Best(int most) {
        this.most = most;
    }

    /** One finding; of those that fit as well, the one of the smaller name is shown first. */
    record Ranked(int document, float score, BytesRef name) {}

    /**
     * The same within a segment.
     *
     * @param name the number of its name; below zero if it has none
     */
    private record Here(int document, float score, int name) {}

    /** Goes on to a segment whose names these are. */
    void enter(SortedDocValues names) throws IOException {
        isFull = kept.size() == most;
        if (isFull) {
            var last = kept.get(most - 1);
            var at = names.lookupTerm(last.name());
            leastScore = last.score();
            firstWorse = at >= 0 ? at : -at - 1;
        }
    }

    /** One that is found; they come in the order of their documents. */
    void add(int document, float score, int name) {
        if (isFull && (score < leastScore || (score == leastScore && name >= firstWorse))) {
            return;
        }
        if (here.size() == most) {
            var worst = here.element();
            if (score < worst.score() || (score == worst.score() && name >= worst.name())) {
                return;
            }
            here.remove();
        }
        here.add(new Here(document, score, name));
    }

    /** Leaves the segment. */
    void leave(SortedDocValues names, int base) throws IOException {
        if (here.isEmpty()) {
            return;
        }
        var best = new ArrayList<>(here);
        here.clear();
        best.sort(WORST_FIRST.reversed());
        for (var each : best) {
            var name = each.name() < 0 ? new BytesRef() : BytesRef.deepCopyOf(names.lookupOrd(each.name()));
            kept.add(new Ranked(base + each.document(), each.score(), name));
        }
        kept.sort(ORDER);
        kept = new ArrayList<>(kept.subList(0, Math.min(most, kept.size())));
    }

    /** The best, best first. */
    List<Ranked> kept() {
        return kept;
    }
}

package org.shuqi.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** One facet during a search: whether a document has a wanted value, and how many have each. */
final class FacetOf {

    private final Facet facet;
    private final Set<String> wanted;
    private final Map<String, Long> counts;
    private SortedSetDocValues values = DocValues.emptySortedSet();
    private int[] found = {};
    private FixedBitSet taken = new FixedBitSet(0);
    private long[] here = new long[8];
    private int size;

    FacetOf(Facet facet, Set<String> wanted, Map<String, Long> counts) {
        this.facet = facet;
        this.wanted = wanted;
        this.counts = counts;
    }

    /** Goes on to the next segment. */
    void enter(LeafReader reader) throws IOException {
        values = DocValues.getSortedSet(reader, facet.name());
        var size = (int) values.getValueCount();
        found = new int[size];
        taken = new FixedBitSet(size);
        for (var value : wanted) {
            take(value);
        }
    }

    /** A value is meant by its IRI, or by the last part of it. */
    private void take(String value) throws IOException {
        var exact = values.lookupTerm(new BytesRef(value));
        if (exact >= 0) {
            taken.set((int) exact);
            return;
        }
        for (var at = 0; at < found.length; at++) {
            if (values.lookupOrd(at).utf8ToString().endsWith("/" + value)) {
                taken.set(at);
            }
        }
    }

    /** Reads the values of a document, and says whether one of them is wanted. */
    boolean takes(int document) throws IOException {
        size = 0;
        var takes = wanted.isEmpty();
        if (values.advanceExact(document)) {
            var count = values.docValueCount();
            here = here.length < count ? new long[count] : here;
            for (; size < count; size++) {
                here[size] = values.nextOrd();
                takes |= !wanted.isEmpty() && taken.get((int) here[size]);
            }
        }
        return takes;
    }

    /** Counts the values of the document read last. */
    void count() {
        for (var at = 0; at < size; at++) {
            found[(int) here[at]]++;
        }
    }

    /** Adds up what was counted in the segment. */
    void leave() {
        try {
            for (var at = 0; at < found.length; at++) {
                if (found[at] > 0) {
                    counts.merge(values.lookupOrd(at).utf8ToString(), (long) found[at], Long::sum);
                }
            }
            found = new int[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

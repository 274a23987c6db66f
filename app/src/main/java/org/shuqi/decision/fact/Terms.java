package org.shuqi.decision.fact;

import java.io.IOException;
import java.util.List;

/**
 * Every IRI that a fact mentions, as a dense number; and beside them the parts that facts have in common.
 *
 * <p>Only ever grows, and all revisions of one process share it: an id never changes its meaning, and a revision that does
 * not know an id simply has no facts about it. Safe for any number of threads; to ask takes no lock.
 */
public final class Terms {

    /** No term. */
    public static final int NONE = Iris.NONE;

    private static final String SUPPOSED = "urn:shuqi:supposed:";

    private final Iris iris;
    private final Parts parts;

    private Terms(Iris iris, Parts parts) {
        this.iris = iris;
        this.parts = parts;
    }

    /** The terms of an empty registry. */
    static Terms fresh() {
        var terms = new Terms(new Iris(), new Parts());
        Known.iris().forEach(terms::add);
        return terms;
    }

    /** The id of the IRI, or {@link #NONE}. */
    public int of(String iri) {
        return iris.of(iri);
    }

    /** The id of the IRI that consists of the two, or {@link #NONE}. */
    int of(String prefix, String name) {
        return iris.of(prefix, name);
    }

    /** The id of the item of that name of a dataset, or {@link #NONE}. */
    int item(int dataset, String name) {
        return iris.item(dataset, name);
    }

    /** The id of the dataset that an item was numbered with; {@link #NONE} if it was not numbered as an item of one. */
    int owner(int item) {
        return item < 0 ? NONE : iris.owner(item);
    }

    /** The id of the IRI, a new one if it has none. */
    int add(String iri) {
        int known = of(iri);
        return known != NONE ? known : added(iri);
    }

    private synchronized int added(String iri) {
        return iris.add(iri);
    }

    /** Gives ids to a dataset and its items, in a row if they are new, which takes the least room. */
    synchronized void addWithItems(String dataset, List<String> items) {
        int id = iris.add(dataset);
        if (items.size() > 1) {
            iris.expectItemsOf(id);
        }
        items.forEach(iris::add);
    }

    /** The IRI of an id; records that are only supposed have ids below {@link #NONE}. */
    public String iri(int id) {
        return id < 0 ? SUPPOSED + -id : iris.iri(id);
    }

    /** How many there are. */
    public int size() {
        return iris.size();
    }

    /** What facts have in common. */
    Parts parts() {
        return parts;
    }

    /** Writes what there is now, while others may go on adding. */
    void write(Sink sink) {
        frozen().write(sink);
        parts.write(sink);
    }

    private synchronized Iris frozen() {
        return iris.frozen();
    }

    /** Reads what was written by a program that knew the same terms by itself. */
    static Terms read(Source source) throws IOException {
        var terms = new Terms(Iris.read(source), Parts.read(source));
        var known = Known.iris();
        for (int id = 0; id < known.size(); id++) {
            if (id >= terms.size() || !terms.iri(id).equals(known.get(id))) {
                throw new IOException("written by a program that numbers " + known.get(id) + " otherwise");
            }
        }
        return terms;
    }
}

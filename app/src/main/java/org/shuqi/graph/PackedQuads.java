package org.shuqi.graph;

import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * A set of many quads in little memory: every term once, and 40 bytes or so a quad.
 *
 * <p>First filled by one thread, then {@linkplain #settle settled}; from then on any number of threads may look things up. The
 * quads keep the order in which they came.
 */
final class PackedQuads implements QuadSet {

    private static final int NONE = -1;
    private static final int ANY = -2;

    private final Object2IntOpenHashMap<Node> numbers = new Object2IntOpenHashMap<>();
    private final List<Node> terms = new ArrayList<>();
    private final IntArrayList graph = new IntArrayList();
    private final IntArrayList subject = new IntArrayList();
    private final IntArrayList predicate = new IntArrayList();
    private final IntArrayList object = new IntArrayList();

    /** Rows by what is in them, one more than the row; 0 is free. */
    private int[] rows = new int[1 << 10];

    private int[] asTheyCame = new int[0];
    private Order bySubject = Order.NOTHING;
    private Order byObject = Order.NOTHING;
    private Order byPredicate = Order.NOTHING;
    private Order byGraph = Order.NOTHING;

    PackedQuads() {
        numbers.defaultReturnValue(NONE);
    }

    boolean add(Quad quad) {
        var inGraph = number(quad.getGraph());
        var from = number(quad.getSubject());
        var by = number(quad.getPredicate());
        var to = number(quad.getObject());
        var place = place(inGraph, from, by, to);
        if (rows[place] != 0) {
            return false;
        }
        graph.add(inGraph);
        subject.add(from);
        predicate.add(by);
        object.add(to);
        rows[place] = size();
        if (size() > rows.length / 2) {
            grow();
        }
        return true;
    }

    /** Ends the filling. */
    void settle() {
        asTheyCame = IntStream.range(0, size()).toArray();
        byGraph = sorted(asTheyCame, graph);
        byPredicate = sorted(asTheyCame, predicate);
        bySubject = sorted(byPredicate.rows, subject);
        byObject = sorted(byPredicate.rows, object);
    }

    int size() {
        return graph.size();
    }

    /** Shows every quad; may be asked before the end of the filling. */
    void forEach(Consumer<Quad> each) {
        IntStream.range(0, size()).mapToObj(this::quad).forEach(each);
    }

    @Override
    public Iterator<Quad> find(Node inGraph, Node from, Node by, Node to) {
        var wanted = new int[] {wanted(inGraph), wanted(from), wanted(by), wanted(to)};
        if (IntStream.of(wanted).anyMatch(number -> number == NONE)) {
            return Iter.nullIterator();
        }
        var fewest = new Range(asTheyCame, 0, asTheyCame.length);
        fewest = fewest.orFewer(bySubject, wanted[1], wanted[2]);
        fewest = fewest.orFewer(byObject, wanted[3], wanted[2]);
        fewest = fewest.orFewer(byGraph, wanted[0], ANY);
        fewest = fewest.orFewer(byPredicate, wanted[2], ANY);
        return new Found(fewest, wanted);
    }

    @Override
    public boolean contains(Quad quad) {
        var inGraph = wanted(quad.getGraph());
        var from = wanted(quad.getSubject());
        var by = wanted(quad.getPredicate());
        var to = wanted(quad.getObject());
        return inGraph != NONE && from != NONE && by != NONE && to != NONE && rows[place(inGraph, from, by, to)] != 0;
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public Set<Node> graphs() {
        return graph.intStream().distinct().mapToObj(terms::get).collect(Collectors.toSet());
    }

    private int number(Node term) {
        var known = numbers.getInt(term);
        if (known != NONE) {
            return known;
        }
        numbers.put(term, terms.size());
        terms.add(term);
        return terms.size() - 1;
    }

    private Quad quad(int row) {
        return new Quad(
                terms.get(graph.getInt(row)),
                terms.get(subject.getInt(row)),
                terms.get(predicate.getInt(row)),
                terms.get(object.getInt(row)));
    }

    /** Where the row of these terms is, or would be. */
    private int place(int inGraph, int from, int by, int to) {
        var hash = ((inGraph * 31 + from) * 31 + by) * 31 + to;
        var place = HashCommon.mix(hash) & (rows.length - 1);
        while (rows[place] != 0 && !is(rows[place] - 1, inGraph, from, by, to)) {
            place = (place + 1) & (rows.length - 1);
        }
        return place;
    }

    private boolean is(int row, int inGraph, int from, int by, int to) {
        return object.getInt(row) == to
                && subject.getInt(row) == from
                && predicate.getInt(row) == by
                && graph.getInt(row) == inGraph;
    }

    private void grow() {
        rows = new int[rows.length * 2];
        for (var row = 0; row < size(); row++) {
            rows[place(graph.getInt(row), subject.getInt(row), predicate.getInt(row), object.getInt(row))] = row + 1;
        }
    }

    /** The rows by one of their terms; rows of the same term keep the order that they had. */
    private Order sorted(int[] before, IntArrayList key) {
        var starts = new int[terms.size() + 1];
        key.forEach(term -> starts[term + 1]++);
        Arrays.parallelPrefix(starts, Integer::sum);
        var next = starts.clone();
        var sorted = new int[before.length];
        for (var row : before) {
            sorted[next[key.getInt(row)]++] = row;
        }
        return new Order(sorted, starts);
    }

    private int wanted(Node term) {
        return term == Node.ANY ? ANY : numbers.getInt(term);
    }

    /** Rows sorted by a term, and where those of each term begin. */
    private record Order(int[] rows, int[] starts) {
        static final Order NOTHING = new Order(new int[0], new int[0]);
    }

    /** Some rows of an order that follow each other. */
    private final class Range {

        /** So few that looking through them costs less than looking for fewer. */
        private static final int FEW = 8;

        final int[] rows;
        final int first;
        final int end;

        Range(int[] rows, int first, int end) {
            this.rows = rows;
            this.first = first;
            this.end = end;
        }

        /** This, or the rows of the term if they are fewer; only those with the property if that is worth while. */
        Range orFewer(Order order, int term, int property) {
            if (term == ANY || end - first <= FEW || order.rows.length == 0) {
                return this;
            }
            var all = new Range(order.rows, order.starts[term], order.starts[term + 1]);
            var other = property == ANY || all.end - all.first <= FEW ? all : all.with(property);
            return other.end - other.first < end - first ? other : this;
        }

        /** Within a term the rows are sorted by their properties. */
        private Range with(int property) {
            return new Range(rows, bound(property), bound(property + 1));
        }

        /** The first place where the property is not less. */
        private int bound(int property) {
            var low = first;
            var high = end;
            while (low < high) {
                var middle = (low + high) >>> 1;
                if (predicate.getInt(rows[middle]) < property) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    /** The rows of a range that have the wanted terms. */
    private final class Found implements Iterator<Quad> {

        private final Range range;
        private final int[] wanted;
        private int at;

        Found(Range range, int[] wanted) {
            this.range = range;
            this.wanted = wanted;
            this.at = range.first;
        }

        @Override
        public boolean hasNext() {
            while (at < range.end && !fits(range.rows[at])) {
                at++;
            }
            return at < range.end;
        }

        @Override
        public Quad next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return quad(range.rows[at++]);
        }

        private boolean fits(int row) {
            return fits(wanted[1], subject.getInt(row))
                    && fits(wanted[2], predicate.getInt(row))
                    && fits(wanted[3], object.getInt(row))
                    && fits(wanted[0], graph.getInt(row));
        }

        private static boolean fits(int wanted, int term) {
            return wanted == ANY || wanted == term;
        }
    }
}

package org.shuqi.graph;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/**
 * The graphs of a view that are seen, and nothing of the others.
 *
 * <p>Its graphs are never those of the view below: a query engine that knew them could look past this one.
 */
final class SightView extends View {

    private final View below;
    private final Sight sight;

    SightView(View below, Sight sight) {
        this.below = below;
        this.sight = sight;
    }

    @Override
    Iterator<Quad> named(Node graph, Node subject, Node predicate, Node object) {
        if (graph == Node.ANY) {
            return isBlank(subject, predicate, object)
                    ? Iter.nullIterator()
                    : seen(below.named(Node.ANY, subject, predicate, object), subject, predicate, object);
        }
        return isSeen(graph) ? below.named(graph, subject, predicate, object) : Iter.nullIterator();
    }

    @Override
    Iterator<Quad> grouped(Node subject, Node predicate, Node object) {
        return isBlank(subject, predicate, object)
                ? Iter.nullIterator()
                : seen(below.grouped(subject, predicate, object), subject, predicate, object);
    }

    /** Needs no memory: quads of one triple come one after the other. */
    @Override
    Iterator<Triple> union(Node subject, Node predicate, Node object) {
        return new EachOnce(grouped(subject, predicate, object));
    }

    @Override
    Graph graph(Node name) {
        return new ViewGraph(this, name);
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return Iter.filter(below.listGraphNodes(), sight::sees);
    }

    private boolean isSeen(Quad quad) {
        return sight.sees(quad.getGraph());
    }

    private boolean isSeen(Node graph) {
        var whole = new Quad(graph, Node.ANY, Node.ANY, Node.ANY);
        if (sight.isKnownBlank(whole)) {
            return false;
        }
        var seen = sight.sees(graph);
        if (!seen) {
            sight.keepsBlank(whole);
        }
        return seen;
    }

    /** Whether nothing is seen that fits, or nothing that has the subject or the object at all. */
    private boolean isBlank(Node subject, Node predicate, Node object) {
        return sight.isKnownBlank(new Quad(Node.ANY, subject, predicate, object))
                || (subject.isConcrete() && sight.isKnownBlank(new Quad(Node.ANY, subject, Node.ANY, Node.ANY)))
                || (object.isConcrete() && sight.isKnownBlank(new Quad(Node.ANY, Node.ANY, Node.ANY, object)));
    }

    /** Those that are seen. If none is, it looks farther, so that what is not seen at all is not asked about piece by piece. */
    private Iterator<Quad> seen(Iterator<Quad> quads, Node subject, Node predicate, Node object) {
        var seen = Iter.filter(quads, this::isSeen);
        if (!seen.hasNext() && sight.keepsBlank(new Quad(Node.ANY, subject, predicate, object))) {
            lookFarther(subject, Node.ANY);
            lookFarther(Node.ANY, object);
        }
        return seen;
    }

    private void lookFarther(Node subject, Node object) {
        if ((subject.isConcrete() || object.isConcrete())
                && !Iter.anyMatch(below.named(Node.ANY, subject, Node.ANY, object), this::isSeen)) {
            sight.keepsBlank(new Quad(Node.ANY, subject, Node.ANY, object));
        }
    }

    /** The triples of quads, without those that are like the one before. */
    private static final class EachOnce implements IteratorCloseable<Triple> {

        private final Iterator<Quad> quads;
        private @Nullable Triple last;
        private @Nullable Triple next;

        EachOnce(Iterator<Quad> quads) {
            this.quads = quads;
        }

        @Override
        public boolean hasNext() {
            while (next == null && quads.hasNext()) {
                var triple = quads.next().asTriple();
                if (!triple.equals(last)) {
                    next = triple;
                }
            }
            return next != null;
        }

        @Override
        public Triple next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            last = next;
            next = null;
            return last;
        }

        @Override
        public void close() {
            Iter.close(quads);
        }
    }
}

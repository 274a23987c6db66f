package org.shuqi.graph;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/** One graph of a {@link View}, or the union of them; always looks through the view, never past it. */
final class ViewGraph extends GraphBase {

    private final View view;
    private final Node name;

    ViewGraph(View view, Node name) {
        this.view = view;
        this.name = name;
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        var subject = any(pattern.getMatchSubject());
        var predicate = any(pattern.getMatchPredicate());
        var object = any(pattern.getMatchObject());
        return WrappedIterator.create(
                Quad.isUnionGraph(name)
                        ? view.union(subject, predicate, object)
                        : Iter.map(view.named(name, subject, predicate, object), Quad::asTriple));
    }

    @Override
    public void performAdd(Triple triple) {
        throw View.readOnly();
    }

    @Override
    public void performDelete(Triple triple) {
        throw View.readOnly();
    }

    @Override
    public void clear() {
        throw View.readOnly();
    }

    @Override
    public void remove(Node subject, Node predicate, Node object) {
        throw View.readOnly();
    }

    private static Node any(Node term) {
        return term == null || !term.isConcrete() ? Node.ANY : term;
    }
}

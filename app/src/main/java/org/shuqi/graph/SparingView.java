package org.shuqi.graph;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/**
 * A view that does not look for what is about a term that it has found to be nowhere in it: most of what is asked while a
 * load is checked is about what the load brings. Belongs to one thread; what lies under it must not change.
 */
final class SparingView extends View {

    private static final int MEMORY = 50_000;

    private final View below;
    private final Map<Node, Boolean> subjects = new HashMap<>();
    private final Map<Node, Boolean> objects = new HashMap<>();

    SparingView(View below) {
        this.below = below;
    }

    @Override
    Iterator<Quad> named(Node graph, Node subject, Node predicate, Node object) {
        return isAbsent(subject, object) ? Iter.nullIterator() : below.named(graph, subject, predicate, object);
    }

    @Override
    Iterator<Triple> union(Node subject, Node predicate, Node object) {
        return isAbsent(subject, object) ? Iter.nullIterator() : below.union(subject, predicate, object);
    }

    @Override
    Graph graph(Node name) {
        return new ViewGraph(this, name);
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return below.listGraphNodes();
    }

    private boolean isAbsent(Node subject, Node object) {
        return isAbsent(subject, subjects, node -> below.named(Node.ANY, node, Node.ANY, Node.ANY)
                        .hasNext())
                || isAbsent(object, objects, node -> below.named(Node.ANY, Node.ANY, Node.ANY, node)
                        .hasNext());
    }

    /** Literals are not remembered: hardly one is asked for twice. */
    private static boolean isAbsent(Node term, Map<Node, Boolean> known, Predicate<Node> isThere) {
        if (term == Node.ANY || term.isLiteral()) {
            return false;
        }
        var found = known.get(term);
        if (found == null) {
            if (known.size() >= MEMORY) {
                known.clear();
            }
            found = !isThere.test(term);
            known.put(term, found);
        }
        return found;
    }
}

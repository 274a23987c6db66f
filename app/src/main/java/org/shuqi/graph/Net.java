package org.shuqi.graph;

import java.util.List;
import org.apache.jena.sparql.core.Quad;

/** What several changes do together. */
final class Net implements QuadSink {

    private final Quads removed = new Quads();
    private final Quads added = new Quads();

    /** What the log says about the revisions after one and up to another. */
    static Net of(ChangeLog log, long after, long upTo) {
        var net = new Net();
        try (var tail = log.tail(after)) {
            while (tail.hasNext() && tail.next().revision() <= upTo) {
                tail.body(net);
            }
        }
        return net;
    }

    /** Quads that were there before the first change and are not after the last. */
    Quads removed() {
        return removed;
    }

    /** Quads that were not there before the first change and are after the last. */
    Quads added() {
        return added;
    }

    /** The change that leads from after the last to before the first. */
    Delta inverse() {
        return new Delta(List.copyOf(added.all()), List.copyOf(removed.all()));
    }

    /** The change that leads from before the first to after the last. */
    Delta delta() {
        return new Delta(List.copyOf(removed.all()), List.copyOf(added.all()));
    }

    @Override
    public void removed(Quad quad) {
        if (!added.remove(quad)) {
            removed.add(quad);
        }
    }

    @Override
    public void added(Quad quad) {
        if (!removed.remove(quad)) {
            added.add(quad);
        }
    }
}

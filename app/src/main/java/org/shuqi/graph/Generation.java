package org.shuqi.graph;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.shuqi.graph.ChangeLog.Position;

/**
 * What is derived from one revision, and the way to the next.
 *
 * <p>A generation is linked to its successor before the successor's graph is committed, and becomes the head after.
 * A reader takes the head first, begins its transaction second, and then walks forward to the revision that it finds in
 * the graph: it always gets there, and without a lock. Old generations go when no reader holds one any more.
 */
final class Generation {

    private final Position position;
    private final Map<Follower<?>, Object> values;
    private volatile @Nullable Generation next;

    Generation(Position position, Map<Follower<?>, Object> values) {
        this.position = position;
        this.values = new ConcurrentHashMap<>(values);
    }

    long revision() {
        return position.revision();
    }

    Position position() {
        return position;
    }

    Map<Follower<?>, Object> values() {
        return values;
    }

    void link(Generation successor) {
        next = successor;
    }

    /** The generation of the revision, which is this one or a later one. */
    Generation forward(long wanted) {
        var at = this;
        while (at.revision() != wanted) {
            var after = at.next;
            if (after == null) {
                throw new IllegalStateException("revision " + wanted + " was never published after " + revision());
            }
            at = after;
        }
        return at;
    }
}

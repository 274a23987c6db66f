package org.shuqi.decision.fact;

import java.util.List;
import java.util.stream.Stream;

/** Indexes with more on file. */
public final class Filed {

    private Filed() {}

    /** The same index with another grant of an agreement or request, in place of the same permission. */
    public static Index with(Index index, Grant grant) {
        var others = index.factsOf(grant.source()).stream()
                .filter(fact -> !(fact instanceof Grant other && other.isSameAs(grant)));
        return replacing(
                index, grant.source(), Stream.concat(others, Stream.of(grant)).toList());
    }

    /** The same index with another piece of evidence. */
    public static Index with(Index index, Evidence added) {
        return replacing(index, added.iri(), List.of(added));
    }

    private static Index replacing(Index index, int subject, List<Fact> now) {
        var editing = new IndexEditing(index);
        editing.replace(subject, now);
        return index.changed(editing, index.revision());
    }
}

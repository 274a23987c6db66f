package org.shuqi.casework;

import java.util.stream.Collectors;
import org.shuqi.graph.Store;
import org.shuqi.vocabulary.Release;

/** The tables that are in force. They come with the release, which is brought in before a registry is opened. */
public final class Tables {

    private final LifeCycles cycles;

    private Tables(LifeCycles cycles) {
        this.cycles = cycles;
    }

    /** Those of the registry. */
    public static Tables of(Store store) {
        try (var now = store.read()) {
            // a table that somebody writes into a record of theirs is none
            var shipped = Release.parts().stream().map(Release.Part::graph).collect(Collectors.toSet());
            var release = now.seenBy(graph -> shipped.contains(graph.getURI()));
            return new Tables(new LifeCycleReader(release.union()).read());
        }
    }

    LifeCycles current() {
        return cycles;
    }
}

package org.shuqi.casework;

import org.shuqi.graph.Store;

/** The tables that are in force. They come with the release, which is brought in before a registry is opened. */
public final class Tables {

    private final LifeCycles cycles;

    private Tables(LifeCycles cycles) {
        this.cycles = cycles;
    }

    /** Those of the registry. */
    public static Tables of(Store store) {
        try (var now = store.read()) {
            return new Tables(new LifeCycleReader(now.union()).read());
        }
    }

    LifeCycles current() {
        return cycles;
    }
}

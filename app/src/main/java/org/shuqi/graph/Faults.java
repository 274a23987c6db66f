package org.shuqi.graph;

import java.io.IOException;

/** Where a test may let the machine fail; nothing fails here in service. */
@FunctionalInterface
interface Faults {

    /** The steps of a write, in order; then those of what only speeds up the next start. */
    enum Step {
        LOG_WRITE,
        LOG_WRITTEN,
        LOG_SYNC,
        APPLY_BEGIN,
        APPLY_QUADS,
        APPLY_MARKS,
        APPLY_COMMIT,
        PUBLISH,
        POSITIONS_WRITE,
        DERIVED_BEGIN,
        DERIVED_WRITTEN,
        DERIVED_SYNCED,
        DERIVED_RENAMED
    }

    /** No faults. */
    Faults NONE = step -> {};

    /** Called as the step begins. */
    void at(Step step) throws IOException;
}

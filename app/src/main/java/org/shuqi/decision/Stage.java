package org.shuqi.decision;

import java.util.Optional;

/** One test of the rule; empty if it leaves the matter to the next. */
interface Stage {

    /** What the stage decides about the matter. */
    Optional<Ruling> on(Matter matter);
}

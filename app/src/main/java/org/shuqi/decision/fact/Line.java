package org.shuqi.decision.fact;

import java.util.List;

/**
 * Concepts or catalogues with all that stand above them.
 *
 * @param all they and all above
 * @param norms the norms that name one of these
 */
public record Line(Ids all, List<Norm> norms) {

    /** Of nothing. */
    static final Line NONE = new Line(Ids.NONE, List.of());
}

package org.shuqi.sparql;

import org.shuqi.problem.Refusal;

/**
 * Ends a query from within a filter.
 *
 * <p>A filter takes every exception in it for "no" and goes on with the next row; only an error gets through. Without
 * it a limit met in a filter would shorten the result in silence.
 */
final class Exceeded extends Error {

    private static final long serialVersionUID = 1L;

    Exceeded(Refusal refusal) {
        super(refusal.getMessage(), refusal, false, false);
    }
}

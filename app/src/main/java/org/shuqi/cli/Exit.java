package org.shuqi.cli;

import org.shuqi.problem.Kind;

/** Exit codes, the same for every command. */
final class Exit {

    /** All is well. */
    static final int FINE = 0;
    /** The answer is no, or the data is not right. */
    static final int NO = 1;
    /** The command line is wrong, or names something that is not there. */
    static final int USAGE = 2;
    /** It should have worked and did not. */
    static final int FAILURE = 3;

    private Exit() {}

    static int of(Kind kind) {
        return switch (kind) {
            case MALFORMED, INVALID, TOO_LARGE -> NO;
            case UNUSABLE, UNKNOWN, NOT_OFFERED, NOT_ACCEPTABLE, UNSUPPORTED, TAKEN -> USAGE;
            default -> FAILURE;
        };
    }
}

package org.shuqi.problem;

/** The house declines a request: carries a {@link Problem} up to the door, which says it in its own tongue. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public Refusal(Problem problem) {
        super(problem.detail().en());
        this.problem = problem;
    }

    /** A refusal in one sentence. */
    public static Refusal of(Kind kind, String zh, String en, Object... arguments) {
        return new Refusal(Problem.of(kind, Text.of(zh, en, arguments)));
    }

    /** What to tell the caller. */
    public Problem problem() {
        return problem;
    }
}

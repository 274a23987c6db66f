package org.shuqi.fuzz;

import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** What a parser of ours may do with any bytes: read them, or refuse them. Everything else is a fault. */
public final class Fuzzed {

    private Fuzzed() {}

    /** Something to be done with what was drawn. */
    @FunctionalInterface
    public interface Parsing {
        void run() throws Exception;
    }

    /** Does it; lets nothing pass but a refusal that blames the one who sent it. */
    public static void mayRefuse(Parsing parsing) {
        try {
            parsing.run();
        } catch (Refusal refusal) {
            if (refusal.problem().kind() == Kind.BROKEN) {
                throw refusal;
            }
            if (refusal.problem().detail().zh().isBlank()
                    || refusal.problem().detail().en().isBlank()) {
                throw new AssertionError("a refusal without words", refusal);
            }
        } catch (RuntimeException fault) {
            throw fault;
        } catch (Exception fault) {
            throw new AssertionError(fault);
        }
    }
}

package org.shuqi.proof;

import java.util.List;
import org.shuqi.problem.Text;

/**
 * What a check of a log found.
 *
 * @param size how many entries it has
 * @param root the root over them, in hexadecimal
 * @param seal hash of the newest, in hexadecimal
 * @param agreed up to which revision it is what a checkpoint signs; 0 if no checkpoint agrees
 * @param faults what is wrong
 */
public record Verdict(long size, String root, String seal, long agreed, List<Fault> faults) {

    public Verdict {
        faults = List.copyOf(faults);
    }

    /** Whether nothing is wrong. */
    public boolean isSound() {
        return faults.isEmpty();
    }

    /**
     * One thing that is wrong.
     *
     * @param first the first revision that it may be about
     * @param last the last one
     * @param what in words
     */
    public record Fault(long first, long last, Text what) {

        static Fault of(long revision, String zh, String en, Object... arguments) {
            return new Fault(revision, revision, Text.of(zh, en, arguments));
        }
    }
}

package org.shuqi.graph;

import java.util.List;
import org.shuqi.problem.Text;

/**
 * What came of holding log, graph and derived values against each other.
 *
 * @param revision the revision that was looked at
 * @param hash hash of its log entry, in hexadecimal; tells copies of a registry apart
 * @param quads quads that replaying the log gives
 * @param faults what does not agree, with its place; the first 100
 */
public record Verification(long revision, String hash, long quads, List<Text> faults) {

    public Verification {
        faults = List.copyOf(faults);
    }

    /** Whether all agrees. */
    public boolean isSound() {
        return faults.isEmpty();
    }
}

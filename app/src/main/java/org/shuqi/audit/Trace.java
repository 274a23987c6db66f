package org.shuqi.audit;

import java.util.List;
import org.shuqi.graph.Commit;

/**
 * One change as it is told.
 *
 * @param commit revision, time, and who and why, which are empty if they are withheld
 * @param graphs the named graphs that it touched
 * @param records the records that it touched, at most a hundred
 * @param examined whether it was looked into; one that is too large may have touched what was asked about
 * @param withheld whether who and why are not for the one who asks
 */
public record Trace(Commit commit, List<String> graphs, List<String> records, boolean examined, boolean withheld) {

    /** Most records that are named. */
    static final int MOST_RECORDS = 100;

    public Trace {
        graphs = List.copyOf(graphs);
        records = List.copyOf(records);
    }
}

package org.shuqi.change;

import java.time.Instant;
import java.util.List;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Violation;

/**
 * What became of a load.
 *
 * @param revision the revision it made; the current one if nothing was new, or if it was a rehearsal
 * @param at when it was written to the log
 * @param read quads that the source gave
 * @param added quads that were new and are written (in a rehearsal: would be)
 * @param dropped records that were left out, by the IRI of the record; the first 1,000
 * @param droppedTotal how many records were left out
 * @param findings what the shapes found, the first 1,000; faults are those of the records left out
 * @param findingsTotal how many there are
 */
public record LoadReceipt(
        long revision,
        Instant at,
        long read,
        long added,
        List<Node> dropped,
        long droppedTotal,
        List<Violation> findings,
        long findingsTotal) {

    public LoadReceipt {
        dropped = List.copyOf(dropped);
        findings = List.copyOf(findings);
    }
}

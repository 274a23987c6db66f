package org.shuqi.casework;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.shuqi.graph.Snapshot;

/**
 * Where a record stands before a step, as whoever takes it sees it: its table, its status and who acts for it. Found once for
 * all steps that are tried on one revision. For one thread, while the snapshot is open.
 */
final class Base {

    private final Snapshot now;
    private final Node record;
    private final LifeCycle cycle;
    private final Node status;
    private final Parties parties;
    private final Map<Set<Node>, Set<Node>> acting = new HashMap<>();

    Base(Snapshot now, Node record, LifeCycle cycle, Node status, Parties parties) {
        this.now = now;
        this.record = record;
        this.cycle = cycle;
        this.status = status;
        this.parties = parties;
    }

    /**
     * Whether it holds for what the door shows the same caller: the registry may have gone on meanwhile, and who asks on
     * behalf of somebody may see more than that person.
     */
    boolean isOf(Snapshot other) {
        return other.revision() == now.revision() && other.isWhole() == now.isWhole();
    }

    LifeCycle cycle() {
        return cycle;
    }

    Node status() {
        return status;
    }

    /** Who may take the step. */
    Set<Node> parties(Step step) {
        return acting.computeIfAbsent(step.parties(), concepts -> parties.of(concepts, now.union(), record));
    }
}

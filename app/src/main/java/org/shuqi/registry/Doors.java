package org.shuqi.registry;

import org.shuqi.casework.Cases;
import org.shuqi.decision.Decisions;
import org.shuqi.graph.Store;
import org.shuqi.record.Records;

/**
 * The parts of a registry as a server hands them to its doors: each shows the caller for whom the thread works what that
 * caller may read, and shows nothing to a thread that works for nobody.
 *
 * @param store the log and the graph
 * @param records the records
 * @param cases the procedures
 * @param decisions the decisions
 */
public record Doors(Store store, Records records, Cases cases, Decisions decisions) {}

package org.shuqi.sheet;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * What a thing of the file comes to when it is held against the registry.
 *
 * @param draft what the rows say
 * @param place where it is
 * @param status of the whole thing
 * @param changes the columns that differ, by their headers
 * @param removed what would be taken out
 * @param added what would be put in
 * @param rows the status of each row, by its number from 0
 * @param items the item of each row
 */
record Outcome(
        Draft draft,
        Place place,
        Status status,
        Set<String> changes,
        List<Quad> removed,
        List<Quad> added,
        Map<Integer, Status> rows,
        Map<Integer, Node> items) {

    /** Of a thing, or of one row of it. */
    enum Status {
        SAME,
        CHANGED,
        NEW,
        /** Something is wrong with it. */
        REFUSED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isRefused() {
        return draft.hasFaults();
    }

    /** What is to be told of the thing: refused, if any of its rows is at fault. */
    Status told() {
        return isRefused() ? Status.REFUSED : status;
    }
}

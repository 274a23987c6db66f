package org.shuqi.web.audit;

import java.util.List;

/**
 * One change with what it took out and put in.
 *
 * @param change the change
 * @param removed statements that it took out
 * @param added statements that it put in
 * @param left how many statements are not shown
 */
public record ChangePage(AuditPage.Change change, List<Statement> removed, List<Statement> added, long left) {

    public ChangePage {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    /** A statement, shortened for the eyes. */
    public record Statement(String subject, String predicate, String object) {}
}

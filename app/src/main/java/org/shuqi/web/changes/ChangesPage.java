package org.shuqi.web.changes;

import java.util.List;
import org.shuqi.web.Badge;
import org.shuqi.web.Pager;
import org.shuqi.web.Said;

/**
 * All working copies and what became of them.
 *
 * @param version in force
 * @param rows of this page
 * @param pager where in the list we are
 * @param mayOpen whether the reader may open one
 */
public record ChangesPage(String version, List<Row> rows, Pager pager, boolean mayOpen) {

    /**
     * One of them.
     *
     * @param id its name
     * @param title what people call it
     * @param status where it stands
     * @param terms how many terms it changes
     * @param conflicts how many of them others change too, or have changed since
     * @param version it was published as; empty if it was not
     */
    public record Row(String id, Said title, Badge status, int terms, int conflicts, String version) {}
}

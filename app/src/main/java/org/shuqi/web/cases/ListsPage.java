package org.shuqi.web.cases;

import java.util.List;
import org.shuqi.web.Address;
import org.shuqi.web.Badge;
import org.shuqi.web.Crumb;
import org.shuqi.web.Pager;

/**
 * One of the three lists.
 *
 * @param tab {@code demand}, {@code responsibility} or {@code negative}
 * @param counts how many stand on each, in that order
 * @param text words that have to occur in the title
 * @param file address of the whole list as a file, for which a reason is asked
 * @param rows the page
 * @param pager where in the list it is
 */
public record ListsPage(String tab, List<Tab> counts, String text, Address file, List<Row> rows, Pager pager) {

    public ListsPage {
        counts = List.copyOf(counts);
        rows = List.copyOf(rows);
    }

    /** A list and how many entries it has. */
    public record Tab(String name, long count) {}

    /**
     * An entry.
     *
     * @param title with its page
     * @param listed who put it on the list
     * @param data what it is about
     * @param purposes what for
     * @param bases what it rests on, or what meets it
     * @param status where it stands
     * @param finding whether the bases are enough, or whether it is met
     */
    public record Row(
            Crumb title,
            List<Crumb> listed,
            List<Crumb> data,
            List<Crumb> purposes,
            List<Crumb> bases,
            Badge status,
            List<Badge> finding) {
        public Row {
            listed = List.copyOf(listed);
            data = List.copyOf(data);
            purposes = List.copyOf(purposes);
            bases = List.copyOf(bases);
            finding = List.copyOf(finding);
        }
    }
}

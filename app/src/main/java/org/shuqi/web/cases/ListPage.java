package org.shuqi.web.cases;

import java.util.List;
import java.util.Optional;
import org.shuqi.web.Badge;
import org.shuqi.web.Crumb;
import org.shuqi.web.Pager;
import org.shuqi.web.Said;

/**
 * A list of requests, agreements, corrections or disputes.
 *
 * @param kind {@code applications}, {@code agreements}, {@code corrections} or {@code disputes}
 * @param filters what the list is narrowed to
 * @param rows the page
 * @param pager where in the list it is
 */
public record ListPage(String kind, Filters filters, List<Row> rows, Pager pager) {

    public ListPage {
        rows = List.copyOf(rows);
    }

    /**
     * What the list is narrowed to.
     *
     * @param statuses what can be chosen
     * @param side {@code all}, {@code due} (what the reader answers for), {@code ours} or {@code asked}
     * @param text words that have to occur in number or title
     */
    public record Filters(List<Handling.Word> statuses, String side, String text) {
        public Filters {
            statuses = List.copyOf(statuses);
        }

        /** Whether the list is narrowed at all. */
        public boolean isNarrow() {
            return !side.equals("all") || !text.isEmpty() || statuses.stream().anyMatch(Handling.Word::isChosen);
        }
    }

    /**
     * A row.
     *
     * @param number its number with its page
     * @param title what it is called
     * @param from who asks or gives
     * @param to who is asked or receives
     * @param data what it is about
     * @param more how many more data there are
     * @param status where it stands
     * @param due the time limit that ends first, if one runs
     */
    public record Row(
            Crumb number,
            Said title,
            List<Crumb> from,
            List<Crumb> to,
            List<Crumb> data,
            int more,
            Badge status,
            Optional<Due> due) {
        public Row {
            from = List.copyOf(from);
            to = List.copyOf(to);
            data = List.copyOf(data);
        }
    }
}

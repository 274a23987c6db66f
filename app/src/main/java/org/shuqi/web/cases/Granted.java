package org.shuqi.web.cases;

import java.util.List;
import org.shuqi.web.Crumb;
import org.shuqi.web.Said;

/**
 * What one permission gives, or would give.
 *
 * @param providers who gives
 * @param recipients who receives
 * @param rows the data
 * @param purposes what for
 * @param methods how
 */
public record Granted(
        List<Crumb> providers, List<Crumb> recipients, List<Row> rows, List<Said> purposes, List<Said> methods) {

    public Granted {
        providers = List.copyOf(providers);
        recipients = List.copyOf(recipients);
        rows = List.copyOf(rows);
        purposes = List.copyOf(purposes);
        methods = List.copyOf(methods);
    }

    /**
     * Data of one dataset.
     *
     * @param dataset which
     * @param attribute on what terms it is shared; empty if it does not say
     * @param items the items that are named; none for all of them
     */
    public record Row(Crumb dataset, List<Said> attribute, List<Said> items) {
        public Row {
            attribute = List.copyOf(attribute);
            items = List.copyOf(items);
        }
    }
}

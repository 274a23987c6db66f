package org.shuqi.web.figures;

import java.util.List;
import java.util.Optional;
import org.shuqi.web.Pager;
import org.shuqi.web.Said;

/**
 * Violations that the records show.
 *
 * @param code which kind; empty for all
 * @param title what the kind is called
 * @param back address of the figures
 * @param rows a page of them
 * @param pager where in them
 */
public record ViolationsPage(String code, Optional<String> title, String back, List<Row> rows, Pager pager) {

    public ViolationsPage {
        rows = List.copyOf(rows);
    }

    /**
     * One violation.
     *
     * @param code item of the Order
     * @param party who is responsible
     * @param text in words
     * @param since from when
     * @param records the evidence
     * @param isOnFile whether there is a finding about it
     */
    public record Row(String code, Said party, String text, String since, List<Evidence> records, boolean isOnFile) {
        public Row {
            records = List.copyOf(records);
        }
    }

    /** A record that shows it. */
    public record Evidence(String name, String address) {}
}

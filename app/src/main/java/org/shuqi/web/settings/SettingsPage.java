package org.shuqi.web.settings;

import java.util.List;
import org.shuqi.web.Pager;
import org.shuqi.web.Said;

/**
 * The settings of one kind.
 *
 * @param kind which
 * @param tabs all kinds
 * @param rows a page of records
 * @param pager where in them
 */
public record SettingsPage(String kind, List<Tab> tabs, List<Row> rows, Pager pager) {

    public SettingsPage {
        tabs = List.copyOf(tabs);
        rows = List.copyOf(rows);
    }

    /** A kind of settings. */
    public record Tab(String kind, String address) {}

    /**
     * One record.
     *
     * @param id its identifier
     * @param address of the record
     * @param name what it is called
     * @param facts what it says, names and values
     */
    public record Row(String id, String address, Said name, List<Fact> facts) {
        public Row {
            facts = List.copyOf(facts);
        }
    }

    /** What a record says. */
    public record Fact(String name, String value) {}
}

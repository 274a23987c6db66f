package org.shuqi.web.settings;

import java.util.List;
import org.shuqi.web.Badge;
import org.shuqi.web.Pager;
import org.shuqi.web.Said;

/**
 * The settings of one kind.
 *
 * @param kind which
 * @param create where a new one is made; empty text if the reader may make none
 * @param columns what the cells are about, as ends of their words
 * @param rows a page of records
 * @param text by which the list is narrowed
 * @param pager where in them
 */
public record SettingsPage(String kind, String create, List<String> columns, List<Row> rows, String text, Pager pager) {

    /** All kinds of settings, in their order. */
    public static final List<String> TABS =
            List.of("accounts", "appointments", "keys", "certificates", "calendars", "clocks", "profiles");

    public SettingsPage {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One record.
     *
     * @param state where it stands
     * @param actions what the reader may do about it
     */
    public record Row(List<Cell> cells, Badge state, List<Action> actions) {
        public Row {
            cells = List.copyOf(cells);
            actions = List.copyOf(actions);
        }
    }

    /** What a record says. */
    public record Cell(Said said, String address) {

        static Cell of(Said said) {
            return new Cell(said, "");
        }

        static Cell of(String text) {
            return new Cell(Said.code(text), "");
        }
    }

    /**
     * What may be done.
     *
     * @param word end of the key of its name
     * @param writes whether it is sent as a form; else it leads to one
     */
    public record Action(String word, String address, boolean writes) {}
}

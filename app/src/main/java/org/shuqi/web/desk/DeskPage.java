package org.shuqi.web.desk;

import java.util.List;
import java.util.Optional;
import org.shuqi.web.Badge;
import org.shuqi.web.Combo;
import org.shuqi.web.Crumb;
import org.shuqi.web.Pager;
import org.shuqi.web.Said;

/**
 * The desk.
 *
 * @param recipient of the question that can be asked here
 * @param dataset of the question
 * @param purpose of the question
 * @param offices for which the reader works; empty for who works for the whole registry
 * @param due what is open, by its last day
 * @param waiting what others have to do for these offices
 * @param drafts what was begun and not sent
 */
public record DeskPage(
        Combo recipient, Combo dataset, Combo purpose, List<Crumb> offices, Part due, Part waiting, Drafts drafts) {

    public DeskPage {
        offices = List.copyOf(offices);
    }

    /**
     * A list by the clock.
     *
     * @param rows a page of them
     * @param pager which page
     * @param total how many there are
     * @param later how many of them end only after some months, and are not shown
     * @param pressing how many of them are over, or end today
     * @param next the next last day that lies ahead; empty if there is none
     */
    public record Part(List<Row> rows, Pager pager, int total, int later, int pressing, Optional<String> next) {
        public Part {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Something with a clock.
     *
     * @param record what
     * @param clock which clock
     * @param left how much is left
     * @param day the last day; empty while it stands still
     * @param rule how long it runs and who says so
     * @param offices who answers for it
     */
    public record Row(Crumb record, Said clock, Badge left, String day, List<Said> rule, List<Said> offices) {
        public Row {
            rule = List.copyOf(rule);
            offices = List.copyOf(offices);
        }
    }

    /** A page of what was begun; which page of how many; why it cannot be shown, if it cannot. */
    public record Drafts(List<Crumb> rows, Pager pager, Optional<String> failure) {
        public Drafts {
            rows = List.copyOf(rows);
        }
    }
}

package org.shuqi.web.figures;

import java.util.List;
import java.util.Optional;
import org.shuqi.web.Address;
import org.shuqi.web.Said;

/**
 * The figures of a period.
 *
 * @param from beginning, as a day
 * @param until end, exclusive, as a day
 * @param organization whose figures; empty for all
 * @param name its name
 * @param revision the revision that was looked at
 * @param rows a row for each figure
 * @param timely picture of what was done in time
 * @param months picture of replies in time, month by month; empty if there were none
 * @param coverage picture of complete entries by organisation; empty if there are none
 * @param attributes picture of entries by sharing attribute; empty if there are none
 * @param refusals picture of refusals by ground; empty if there were none
 * @param violations how many violations the records show, by code
 * @param file all of it as a table to take away
 */
public record FiguresPage(
        String from,
        String until,
        String organization,
        Optional<Said> name,
        long revision,
        List<Row> rows,
        String timely,
        Optional<String> months,
        Optional<String> coverage,
        Optional<String> attributes,
        Optional<String> refusals,
        List<Row> violations,
        Address file) {

    public FiguresPage {
        rows = List.copyOf(rows);
        violations = List.copyOf(violations);
    }

    /**
     * A number.
     *
     * @param code of the figure
     * @param label what it is called
     * @param value the number; a dash if there is nothing to count
     * @param of what it was made of, in words
     * @param address of the page about it
     */
    public record Row(String code, String label, String value, String of, String address) {}
}

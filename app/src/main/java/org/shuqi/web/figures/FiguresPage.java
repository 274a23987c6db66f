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
 * @param progress how far it has been counted; empty if all is there
 * @param rows a row for each figure that is there
 * @param pictures those there are
 * @param violations how many violations the records show, by code
 * @param file all of it as a table to take away
 */
public record FiguresPage(
        String from,
        String until,
        String organization,
        Optional<Said> name,
        long revision,
        Optional<Progress> progress,
        List<Row> rows,
        List<Picture> pictures,
        List<Row> violations,
        Address file) {

    public FiguresPage {
        rows = List.copyOf(rows);
        pictures = List.copyOf(pictures);
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

    /** A picture with its heading; whether it is kept on one page of paper. */
    public record Picture(String title, String svg, boolean isKept) {}
}

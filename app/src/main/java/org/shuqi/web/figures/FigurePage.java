package org.shuqi.web.figures;

import java.util.List;
import java.util.Optional;
import org.shuqi.web.Pager;
import org.shuqi.web.Said;

/**
 * One figure with what it was made of.
 *
 * @param row the number
 * @param what what exactly it counts
 * @param law articles that it is about
 * @param period of which it is told, in words
 * @param back address of all figures of the period
 * @param pictures by organisation, by month, by group; whichever there are
 * @param narrowed what the list was narrowed down to, in words; empty if it is whole
 * @param whole address of the whole list
 * @param records a page of the records behind it
 * @param pager where in them
 */
public record FigurePage(
        FiguresPage.Row row,
        String what,
        List<Said> law,
        String period,
        String back,
        List<Picture> pictures,
        Optional<Said> narrowed,
        String whole,
        List<Record> records,
        Pager pager) {

    public FigurePage {
        law = List.copyOf(law);
        pictures = List.copyOf(pictures);
        records = List.copyOf(records);
    }

    /** A picture with its heading. */
    public record Picture(String title, String svg) {}

    /**
     * A record that was counted, or looked at.
     *
     * @param name its identifier
     * @param address its page
     * @param organization whom it is put down to
     * @param at when
     * @param counts whether it is in the numerator
     * @param group the group it is in; empty if there are none
     */
    public record Record(
            String name, String address, Said organization, String at, boolean counts, Optional<String> group) {}
}

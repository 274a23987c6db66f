package org.shuqi.web.find;

import java.util.List;
import java.util.Optional;
import org.shuqi.web.Pager;
import org.shuqi.web.Said;

/**
 * The search page.
 *
 * @param text what was looked for
 * @param isAsked whether anything was looked for
 * @param tabs the kinds with their numbers, all of them first
 * @param sections what was found, by kind
 * @param filters by which it can be narrowed
 * @param narrowed the address without any filter; empty if there is none
 * @param pager where in the list we are; empty in the overview
 * @param isLoose whether nothing has all of the words
 * @param revision of the registry that was searched
 */
public record FindPage(
        String text,
        boolean isAsked,
        List<Tab> tabs,
        List<Section> sections,
        List<Filter> filters,
        Optional<String> narrowed,
        Optional<Pager> pager,
        boolean isLoose,
        long revision) {

    public FindPage {
        tabs = List.copyOf(tabs);
        sections = List.copyOf(sections);
        filters = List.copyOf(filters);
    }

    /**
     * A kind.
     *
     * @param word the last part of its key
     * @param count how many there are of it
     * @param address the page with this kind only
     * @param isChosen whether it is the one that is shown
     */
    public record Tab(String word, long count, String address, boolean isChosen) {}

    /**
     * Findings of one kind.
     *
     * @param word the last part of the kind's key
     * @param total how many there are
     * @param rows those that are shown
     * @param all the page with all of them; empty if they are all there
     * @param isTicked whether they can be ticked and requested together
     */
    public record Section(String word, long total, List<Row> rows, Optional<String> all, boolean isTicked) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A finding.
     *
     * @param name what it is called
     * @param address of its page; empty if it has none
     * @param code what stands for it in addresses
     * @param number its number; empty if it has none
     * @param within the dataset of an item
     * @param offices who publishes it or takes part
     * @param states how it is shared, where it stands
     */
    public record Row(
            Said name,
            String address,
            String code,
            String number,
            Optional<Said> within,
            List<Said> offices,
            List<Said> states) {
        public Row {
            offices = List.copyOf(offices);
            states = List.copyOf(states);
        }
    }

    /**
     * A facet.
     *
     * @param word the last part of its key
     * @param choices its values
     * @param more how many values are not shown
     */
    public record Filter(String word, List<Choice> choices, int more) {
        public Filter {
            choices = List.copyOf(choices);
        }
    }

    /** A value of a facet, how many have it, and the page with it, or without it if it is chosen. */
    public record Choice(Said name, long count, String address, boolean isChosen) {}
}

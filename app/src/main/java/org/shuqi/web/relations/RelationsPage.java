package org.shuqi.web.relations;

import java.util.List;
import java.util.Optional;
import org.shuqi.web.Pager;
import org.shuqi.web.Said;

/**
 * Who shares with whom.
 *
 * @param organization whose neighbourhood it is; empty for all
 * @param name its name; empty for all
 * @param everything whether what is open to all is shown too
 * @param at as of when, as it was asked
 * @param seen the instant it holds for
 * @param revision the revision that answered
 * @param organizations to choose from
 * @param picture the matrix or the neighbourhood; empty if there is nothing to draw
 * @param left how many pairs the picture leaves to the table
 * @param rows a page of the table
 * @param pager where in the table
 * @param isTooLarge whether somebody has to be chosen first
 * @param graph address of the whole graph
 */
public record RelationsPage(
        String organization,
        Optional<Said> name,
        boolean everything,
        String at,
        String seen,
        long revision,
        List<Choice> organizations,
        Optional<String> picture,
        long left,
        List<Row> rows,
        Pager pager,
        boolean isTooLarge,
        String graph) {

    public RelationsPage {
        organizations = List.copyOf(organizations);
        rows = List.copyOf(rows);
    }

    /** An organisation to choose. */
    public record Choice(String id, Said name) {}

    /**
     * What passes from one to another.
     *
     * @param provider who gives, and the address of its neighbourhood
     * @param recipient who receives, and the address of its neighbourhood
     * @param datasets how many
     * @param grants how many agreements and requests
     * @param until when the passing of time alone first changes some of it; empty if it does not
     * @param list address of what it is in detail
     */
    public record Row(Named provider, Named recipient, long datasets, long grants, String until, String list) {}

    /** A name that leads somewhere. */
    public record Named(Said name, String address) {}
}

package org.shuqi.web.relations;

import java.util.List;
import java.util.Optional;
import org.shuqi.web.Address;
import org.shuqi.web.Pager;
import org.shuqi.web.Said;

/**
 * What passes from one organisation to another, and on what it rests.
 *
 * @param provider who gives
 * @param recipient who receives
 * @param seen the instant it holds for
 * @param picture how long each holds; empty if there is nothing
 * @param rows a page of datasets
 * @param pager where in them
 * @param back address of the matrix
 * @param turned address of the other direction
 * @param file address of the whole as a workbook, for which a reason is asked
 */
public record PairPage(
        RelationsPage.Named provider,
        RelationsPage.Named recipient,
        String seen,
        Optional<String> picture,
        List<Row> rows,
        Pager pager,
        String back,
        String turned,
        Address file) {

    public PairPage {
        rows = List.copyOf(rows);
    }

    /**
     * One dataset.
     *
     * @param dataset its name and address
     * @param purposes what for
     * @param grants agreements and requests, with their addresses
     * @param level the highest level of what flows; empty if it is not clear
     * @param until when the passing of time alone first changes it
     * @param ask address of the question about it
     */
    public record Row(
            RelationsPage.Named dataset,
            List<Said> purposes,
            List<RelationsPage.Named> grants,
            Optional<Said> level,
            String until,
            String ask) {
        public Row {
            purposes = List.copyOf(purposes);
            grants = List.copyOf(grants);
        }
    }
}

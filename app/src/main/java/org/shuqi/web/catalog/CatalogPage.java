package org.shuqi.web.catalog;

import java.util.List;
import org.shuqi.web.Badge;
import org.shuqi.web.Pager;
import org.shuqi.web.Said;
import org.shuqi.web.cases.Due;

/**
 * The catalogue of a department.
 *
 * @param name what it is called
 * @param id of the catalogue, for its files; empty if the department has none
 * @param keeper who keeps it
 * @param organization id of the keeper
 * @param rows one page of its entries
 * @param wanted what was looked for
 * @param attribute code of the sharing attribute that is wanted; empty for all
 * @param attributes which there are
 * @param mayAdd whether the reader may register entries
 */
public record CatalogPage(
        Said name,
        String id,
        Thing keeper,
        String organization,
        List<Row> rows,
        Pager pager,
        String wanted,
        String attribute,
        List<Choice> attributes,
        boolean mayAdd) {

    /**
     * An entry.
     *
     * @param id for other pages
     * @param sharing its sharing attribute
     * @param status where it is in its procedure
     * @param items how many it has
     * @param dues time limits that are running: to update it, to review it
     */
    public record Row(
            String id,
            Thing entry,
            String code,
            Badge sharing,
            Said level,
            Said frequency,
            Badge status,
            long items,
            List<Due> dues) {}

    /** A value of a filter. */
    public record Choice(String code, Said said) {}
}

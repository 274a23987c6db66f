package org.shuqi.web.catalog;

import java.util.List;
import org.shuqi.web.Pager;

/**
 * The list of catalogues.
 *
 * @param rows one page of them
 * @param wanted what was looked for in their names
 * @param mayAdd whether the reader may register entries
 */
public record CatalogsPage(List<Row> rows, Pager pager, String wanted, boolean mayAdd) {

    /**
     * A catalogue.
     *
     * @param catalog its name and page
     * @param keeper who keeps it
     * @param entries how many entries it lists
     * @param code of the keeper
     */
    public record Row(Thing catalog, Thing keeper, long entries, String code) {}
}

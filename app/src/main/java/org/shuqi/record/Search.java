package org.shuqi.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to list.
 *
 * @param filters field to values: a record matches if for every field it has one of the values
 * @param text words that all have to occur in names, descriptions or identifiers of the record or of its items
 * @param offset how many to skip
 * @param limit how many to return at most
 */
public record Search(Map<String, List<String>> filters, Optional<String> text, long offset, int limit) {

    /** Most records on one page. */
    public static final int LARGEST_PAGE = 1000;

    public Search {
        filters = Map.copyOf(filters);
    }
}

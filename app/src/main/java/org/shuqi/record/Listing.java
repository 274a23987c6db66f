package org.shuqi.record;

import java.util.List;

/**
 * One page of records, in the order of their IRIs.
 *
 * @param records the page
 * @param total how many match in all
 * @param revision the revision of the registry that was read
 */
public record Listing(List<Filed> records, long total, long revision) {

    public Listing {
        records = List.copyOf(records);
    }
}

package org.shuqi.bundle;

import java.time.Duration;
import java.util.List;

/**
 * What a bundle is to answer.
 *
 * @param recipient organisation that asks: IRI or last path segment
 * @param datasets the datasets, likewise; empty for all that the caller may see
 * @param purposes codes or IRIs of the list of purposes; empty for all of them
 * @param lasting how long it may be used at most
 */
public record BundleScope(String recipient, List<String> datasets, List<String> purposes, Duration lasting) {

    /** How long a bundle lasts unless told otherwise. */
    public static final Duration USUAL = Duration.ofHours(24);

    /** How long at most: a suspension must not go unheard for longer. */
    public static final Duration LONGEST = Duration.ofDays(7);

    public BundleScope {
        datasets = List.copyOf(datasets);
        purposes = List.copyOf(purposes);
    }
}

package org.shuqi.web;

import java.net.URI;
import java.util.Map;

/** Where the page of a record is. */
public final class RecordPages {

    /** What stands behind the base of an IRI, and the place whose pages show such records. */
    private static final Map<String, String> PLACES = Map.of(
            "organization", "/organizations/",
            "catalog", "/catalogs/",
            "dataset", "/datasets/",
            "agreement", "/agreements/",
            "request", "/applications/");

    private RecordPages() {}

    /**
     * The address of the page, or of the record itself if it has no page of its own; empty for what is no record of ours.
     *
     * @param base start of every IRI of this registry
     */
    public static String address(String iri, String base) {
        if (!iri.startsWith(base)) {
            return "";
        }
        var rest = iri.substring(base.length());
        var cut = rest.indexOf('/');
        var place = cut < 0 ? null : PLACES.get(rest.substring(0, cut));
        // an item is shown on the page of its entry
        var name = rest.substring(cut + 1).replaceFirst("(/item/|#).*", "");
        return place == null ? URI.create(base).getPath() + rest : place + name;
    }
}

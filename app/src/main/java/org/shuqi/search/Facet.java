package org.shuqi.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what findings are counted and narrowed, besides their kind. The values are IRIs. */
public enum Facet {
    /** Who publishes it, or takes part in it. */
    ORGANIZATION,
    /** Shared unconditionally, conditionally or not. */
    ATTRIBUTE,
    /** The levels of security of a dataset and its items. */
    LEVEL,
    /** Where a case or an entry stands. */
    STATUS,
    /** The code list of a term. */
    SCHEME;

    /** The word of the interface: {@code organization}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The facet of this word. */
    public static Optional<Facet> of(String code) {
        return Arrays.stream(values())
                .filter(facet -> facet.code().equals(code))
                .findFirst();
    }
}

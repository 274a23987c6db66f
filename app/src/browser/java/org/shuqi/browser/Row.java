package org.shuqi.browser;

import java.util.List;
import java.util.Locale;

/**
 * A page and who looks at it.
 *
 * @param path with its query
 * @param person null if nobody is signed in
 * @param status what it answers
 */
record Row(String path, Person person, int status) {

    private static final int KIB = 1024;

    /** All pages. */
    static List<Row> all() {
        return List.of(
                new Row("/login", null, 200),
                new Row("/account", Person.TAX_CATALOGUER, 200),
                new Row("/account/password", Person.TAX_CATALOGUER, 200));
    }

    /** What it may bring over the wire into an empty cache. */
    long budgetBytes() {
        if (path.startsWith("/relations")) {
            return 260 * KIB;
        }
        return path.startsWith("/sparql") ? 170 * KIB : 60 * KIB;
    }

    /** For file names. */
    String name() {
        var plain = path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        var who = person == null ? "nobody" : person.id();
        return ((plain.isEmpty() ? "desk" : plain) + "-" + who).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return path + " as " + (person == null ? "nobody" : person.id());
    }
}

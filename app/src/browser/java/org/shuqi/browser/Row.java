package org.shuqi.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A page and who looks at it.
 *
 * @param path with its query
 * @param person one of {@link org.shuqi.web.People}
 * @param status what it answers
 */
record Row(String path, String person, int status) {

    private static final Path PAGES = Path.of("src/test/resources/org/shuqi/web/pages.csv");
    private static final int KIB = 1024;

    /** All pages: those of the list, and those that only a session can open. */
    static List<Row> all() {
        try {
            return Stream.concat(
                            Stream.of(
                                    new Row("/login", "nobody", 200),
                                    new Row("/account", "tax-cataloguer", 200),
                                    new Row("/account/password", "tax-cataloguer", 200)),
                            Files.readAllLines(PAGES).stream()
                                    .filter(line ->
                                            !line.isBlank() && !line.startsWith("#") && !line.startsWith("path,"))
                                    .map(Row::of))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Row of(String line) {
        var last = line.lastIndexOf(',');
        var middle = line.lastIndexOf(',', last - 1);
        return new Row(
                line.substring(0, middle),
                line.substring(middle + 1, last),
                Integer.parseInt(line.substring(last + 1)));
    }

    /** What it may bring over the wire into an empty cache. */
    long budgetBytes() {
        if (path.startsWith("/relations")) {
            return 260 * KIB;
        }
        if (path.equals("/vocab/print")) {
            // hundreds of definitions in two languages: a book, opened once
            return 200 * KIB;
        }
        return path.startsWith("/sparql") ? 170 * KIB : 60 * KIB;
    }

    /** For file names. */
    String name() {
        var plain = path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return ((plain.isEmpty() ? "desk" : plain) + "-" + person).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return path + " as " + person;
    }
}

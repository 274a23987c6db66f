package org.shuqi.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to load, and how.
 *
 * @param files in the order they are read; all of them make one change
 * @param mapping how to read them, if they are not RDF in our words
 * @param graph where triples without a named graph go; empty to find out by their record
 * @param validOnly whether to leave out records that break a rule instead of refusing all
 * @param reason why, for the log
 * @param progress told how far the reading is
 */
public record Order(
        List<Path> files,
        Optional<Mapping> mapping,
        Optional<String> graph,
        boolean validOnly,
        String reason,
        Progress progress) {

    public Order {
        files = List.copyOf(files);
    }
}

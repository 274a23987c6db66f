package org.shuqi.sparql;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * The beginning of a result.
 *
 * @param columns variables; of triples, their three parts
 * @param rows as many as were wanted, each with a cell a column
 * @param truth yes or no, if that was asked
 * @param isMore whether there are more rows
 * @param revision the revision that the whole query saw
 */
public record Shown(
        List<String> columns, List<List<Optional<Node>>> rows, Optional<Boolean> truth, boolean isMore, long revision) {

    public Shown {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}

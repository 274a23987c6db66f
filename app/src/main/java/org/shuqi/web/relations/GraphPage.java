package org.shuqi.web.relations;

import java.util.List;

/**
 * The whole graph.
 *
 * @param nodes how many organisations
 * @param edges how many pairs
 * @param data address of what is drawn
 * @param table address of the same as a matrix and a table
 * @param scripts names of the assets that draw it, in the order in which they are needed
 * @param isTooLarge whether there is too much to draw
 */
public record GraphPage(long nodes, long edges, String data, String table, List<String> scripts, boolean isTooLarge) {

    public GraphPage {
        scripts = List.copyOf(scripts);
    }
}

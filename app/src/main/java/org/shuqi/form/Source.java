package org.shuqi.form;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * Where the values of a field come from; nowhere if all three are empty.
 *
 * @param values these and no others
 * @param lists the concepts of these code lists
 * @param classes the registered members of these classes
 */
public record Source(List<Node> values, List<Node> lists, List<Node> classes) {

    public Source {
        values = List.copyOf(values);
        lists = List.copyOf(lists);
        classes = List.copyOf(classes);
    }

    boolean isEmpty() {
        return values.isEmpty() && lists.isEmpty() && classes.isEmpty();
    }
}

package org.shuqi.web.find;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * What somebody wrote into a field, and what it means.
 *
 * @param text what was written
 * @param node what it means; empty if that is not clear
 * @param meant the same as it is shown
 * @param near what could be meant, if it is not clear
 */
public record Pick(String text, Optional<Node> node, Optional<Suggestion> meant, List<Suggestion> near) {

    /** Nothing was written. */
    public static final Pick NONE = new Pick("", Optional.empty(), Optional.empty(), List.of());

    public Pick {
        near = List.copyOf(near);
    }

    /** Whether it is clear what is meant. */
    public boolean isClear() {
        return node.isPresent();
    }

    /** What stands in the field. */
    public String value() {
        return meant.map(Suggestion::value).orElse(text);
    }

    /** What stands for it in addresses; what was written, if it is not clear. */
    public String code() {
        return meant.map(Suggestion::code).orElse(text);
    }
}

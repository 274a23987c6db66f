package org.shuqi.supervision;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Text;

/**
 * One row of a list: a record, who it belongs to, and what is said of it.
 *
 * @param record the record
 * @param name its name
 * @param party who it belongs to, if anybody
 * @param partyName the name of that organisation
 * @param facts what is said of it, by the words of the interface: texts, numbers, truth values, lists
 */
public record Line(Node record, Text name, Optional<Node> party, Optional<Text> partyName, Map<String, Object> facts) {

    public Line {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}

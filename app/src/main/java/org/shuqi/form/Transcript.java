package org.shuqi.form;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * A filled-in form as statements.
 *
 * @param subject the record
 * @param description its statements and those of its parts
 * @param places under which inputs each of its nodes was filled in: empty text for the record itself, else such as
 *     {@code dataItem.2.}
 * @param mistakes what could not be read; left out of the statements
 */
record Transcript(Node subject, Graph description, Map<Node, String> places, List<Mistake> mistakes) {

    Transcript {
        places = Map.copyOf(places);
        mistakes = List.copyOf(mistakes);
    }
}

package org.shuqi.agreement;

import java.util.List;
import org.shuqi.problem.Text;

/**
 * Clauses for a common case.
 *
 * @param code by which it is named
 * @param iri the template
 * @param label what people call it
 * @param description when to use it
 * @param type code of the kind of agreement
 * @param clauses what it settles: names of properties in the words of the published context
 * @param duties what it obliges every recipient to
 */
public record Template(
        String code, String iri, Text label, Text description, String type, List<String> clauses, List<Text> duties) {
    public Template {
        clauses = List.copyOf(clauses);
        duties = List.copyOf(duties);
    }
}

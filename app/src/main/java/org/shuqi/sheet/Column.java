package org.shuqi.sheet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Text;

/**
 * One column that sheets may have.
 *
 * @param form whose sheets
 * @param key its name within the form
 * @param part what of a row it describes: {@code entry}, {@code item} or {@code permission}
 * @param property where its values go; empty if they are only checked, or not kept
 * @param kind what its cells hold
 * @param list the code list of its values, if it has one
 * @param needed whether a sheet must have it, and every row must fill it
 * @param many whether a cell may hold several values
 * @param header what stands above it
 * @param aliases what also may
 */
record Column(
        Form form,
        String key,
        String part,
        Optional<Node> property,
        Content kind,
        String list,
        boolean needed,
        boolean many,
        Text header,
        List<String> aliases) {

    boolean isOf(String some) {
        return part.equals(some);
    }

    String header(Locale language) {
        return header.in(language);
    }
}

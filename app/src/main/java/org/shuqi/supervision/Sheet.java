package org.shuqi.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.shuqi.problem.Text;

/**
 * One query of {@code ontology/supervision} with what its head says: the rule in the first line, then {@code key: value}.
 *
 * @param code name of the file without its ending
 * @param rule the rule in words
 * @param head what else the head says
 * @param query the query
 */
record Sheet(String code, String rule, Map<String, String> head, Query query) {

    private static final String LAW = "https://w3id.org/shuqi/law/";

    /** Reads the query of that code. */
    static Sheet of(String folder, String code) {
        var path = "/ontology/supervision/" + folder + "/" + code + ".rq";
        try (var in = Sheet.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + path);
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var lines = new ArrayList<>(text.lines()
                    .takeWhile(line -> line.startsWith("#"))
                    .map(line -> line.substring(1).strip())
                    .toList());
            var head = new LinkedHashMap<String, String>();
            lines.stream()
                    .skip(1)
                    .map(line -> line.split(": ", 2))
                    .filter(parts -> parts.length == 2 && parts[0].matches("[a-z]+( [a-z-]+)?"))
                    .forEach(parts -> head.put(parts[0], parts[1]));
            return new Sheet(code, lines.get(0), head, QueryFactory.create(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path, unreadable);
        }
    }

    Optional<String> says(String key) {
        return Optional.ofNullable(head.get(key));
    }

    /** The articles that the rule rests on. */
    List<Node> law() {
        return says("law").stream()
                .flatMap(names -> Arrays.stream(names.split(",\\s*")))
                .map(name -> NodeFactory.createURI(LAW + name))
                .toList();
    }

    /** A text that the head has in both languages. */
    Text text(String variant) {
        var suffix = variant.isEmpty() ? "" : " " + variant;
        return new Text(head.getOrDefault("zh" + suffix, ""), head.getOrDefault("en" + suffix, ""));
    }
}

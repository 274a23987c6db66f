package org.shuqi.signature;

import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.canon.RdfCanonTimeTicker;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * The one text that a graph has, however its blank nodes are called and its triples ordered: canonical N-Quads. Source:
 * W3C RDF Dataset Canonicalization, RDFC-1.0, with SHA-256, read 2026-11-22.
 */
final class CanonicalForm {

    /** Some graphs of blank nodes take for ever; none that an agreement needs takes anything like this. */
    private static final long LONGEST_MILLIS = 2_000;

    private static final int MOST_BLANK_NODES = 500;

    private CanonicalForm() {}

    /**
     * The text in UTF-8, a line for each triple.
     *
     * @throws Refusal LIMIT if the blank nodes are too many or too entangled
     */
    static byte[] of(Graph graph) {
        var quads = new HashSet<Quad>();
        graph.find().forEachRemaining(triple -> quads.add(new Quad(Quad.defaultGraphNodeGenerated, triple)));
        return of(quads);
    }

    /** The same of a dataset. */
    static byte[] of(Set<Quad> quads) {
        var names = new HashMap<Node, String>();
        quads.forEach(quad -> Arrays.asList(quad.getSubject(), quad.getObject(), quad.getGraph())
                .forEach(node -> name(node, names)));
        if (names.size() > MOST_BLANK_NODES) {
            throw Refusal.of(
                    Kind.LIMIT,
                    "空白节点有 %d 个，规范化至多 %d 个；请给各部分命名",
                    "there are %d blank nodes, and at most %d are made canonical; give the parts names",
                    names.size(),
                    MOST_BLANK_NODES);
        }
        try {
            var canon = RdfCanon.create("SHA-256", new RdfCanonTimeTicker(LONGEST_MILLIS));
            for (var quad : quads) {
                add(canon, quad, names);
            }
            return text(canon);
        } catch (IllegalStateException e) {
            // the ticker says so, and nothing else does
            throw Refusal.of(
                    Kind.LIMIT,
                    "空白节点相互缠绕，%d 毫秒内无法规范化；请给各部分命名",
                    "the blank nodes are so entangled that %d milliseconds do not make them canonical; give the parts names",
                    LONGEST_MILLIS);
        } catch (RdfConsumerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void name(Node node, Map<Node, String> names) {
        if (node.isBlank()) {
            names.computeIfAbsent(node, any -> "_:n" + names.size());
        }
    }

    private static void add(RdfCanon canon, Quad quad, Map<Node, String> names) throws RdfConsumerException {
        var object = quad.getObject();
        var graph = quad.isDefaultGraph() ? null : resource(quad.getGraph(), names);
        var subject = resource(quad.getSubject(), names);
        var predicate = quad.getPredicate().getURI();
        if (object.isLiteral()) {
            canon.quad(
                    subject,
                    predicate,
                    object.getLiteralLexicalForm(),
                    object.getLiteralDatatypeURI(),
                    absentIfEmpty(object.getLiteralLanguage()),
                    null,
                    graph);
        } else {
            canon.quad(subject, predicate, resource(object, names), null, null, null, graph);
        }
    }

    private static @Nullable String absentIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String resource(Node node, Map<Node, String> names) {
        return node.isBlank() ? names.getOrDefault(node, "_:n") : node.getURI();
    }

    private static byte[] text(RdfCanon canon) throws RdfConsumerException {
        // in the order of code points, which for UTF-8 is the order of the bytes
        var lines = new TreeSet<byte[]>(Arrays::compareUnsigned);
        canon.provide((subject, predicate, object, datatype, language, direction, graph) -> {
            lines.add(NQuadsWriter.nquad(subject, predicate, object, datatype, language, direction, graph)
                    .getBytes(StandardCharsets.UTF_8));
            return canon;
        });
        var size = lines.stream().mapToInt(line -> line.length).sum();
        var text = new byte[size];
        var at = 0;
        for (var line : lines) {
            System.arraycopy(line, 0, text, at, line.length);
            at += line.length;
        }
        return text;
    }
}

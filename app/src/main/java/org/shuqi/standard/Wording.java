package org.shuqi.standard;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** What is said of one term or shape: as a graph for programs, as Turtle for people. */
public final class Wording {

    /** No term of ours needs a hundredth of it. */
    private static final int LONGEST = 200_000;

    /** Nobody's address: an IRI that begins so was written without its beginning. */
    private static final String NOWHERE = "urn:x-nowhere:/";

    private static final Map<String, String> PREFIXES = prefixes();

    private Wording() {}

    /** Everything that the graph says of the term, and of the nameless nodes that belong to it. */
    public static Graph of(Node term, Graph source) {
        var found = GraphFactory.createDefaultGraph();
        var waiting = new ArrayDeque<Node>(List.of(term));
        var seen = new HashSet<Node>(waiting);
        while (!waiting.isEmpty()) {
            source.find(waiting.remove(), Node.ANY, Node.ANY).toList().forEach(triple -> {
                found.add(triple);
                if (triple.getObject().isBlank() && seen.add(triple.getObject())) {
                    waiting.add(triple.getObject());
                }
            });
        }
        return found;
    }

    /**
     * Reads Turtle; the usual prefixes need not be declared.
     *
     * @throws Refusal MALFORMED with line and column; TOO_LARGE
     */
    public static Graph parse(String turtle) {
        if (turtle.length() > LONGEST) {
            throw Refusal.of(
                    Kind.TOO_LARGE,
                    "文本超过 %d 个字符；请分成几处改动",
                    "the text is longer than %d characters; make several edits of it",
                    LONGEST);
        }
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(turtle, Lang.TURTLE)
                .base(NOWHERE)
                .prefixes(org.apache.jena.riot.system.PrefixMapFactory.create(PREFIXES))
                .errorHandler(new AtFault())
                .parse(graph);
        graph.find().toList().stream()
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject()))
                .filter(node -> node.isURI() && node.getURI().startsWith(NOWHERE))
                .findFirst()
                .ifPresent(node -> {
                    throw Refusal.of(
                            Kind.MALFORMED,
                            "`<%s>` 不是完整的 IRI；请写全地址或者使用前缀",
                            "`<%s>` is not a whole IRI; write it in full or with a prefix",
                            node.getURI().substring(NOWHERE.length()));
                });
        return graph;
    }

    /** As Turtle, with the prefixes it uses. */
    public static String write(Graph graph) {
        var copy = GraphFactory.createDefaultGraph();
        graph.find().forEachRemaining(copy::add);
        var used = new HashSet<String>();
        graph.find().toList().forEach(triple -> Stream.of(
                        triple.getSubject(), triple.getPredicate(), triple.getObject())
                .map(node -> node.isLiteral() ? node.getLiteralDatatypeURI() : node.toString())
                .forEach(used::add));
        PREFIXES.forEach((prefix, namespace) -> {
            if (used.stream().anyMatch(iri -> iri.startsWith(namespace))) {
                copy.getPrefixMapping().setNsPrefix(prefix, namespace);
            }
        });
        var out = new StringWriter();
        RDFWriter.source(copy).format(RDFFormat.TURTLE_PRETTY).build().output(out);
        return out.toString();
    }

    /** The prefixes that people need not declare. */
    public static Map<String, String> known() {
        return PREFIXES;
    }

    /** Whether both say the same. */
    public static boolean same(Graph one, Graph other) {
        return one.isIsomorphicWith(other);
    }

    /** The subjects that are named. */
    static Set<Node> subjects(Graph graph) {
        var named = new HashSet<Node>();
        graph.find()
                .mapWith(triple -> triple.getSubject())
                .filterKeep(Node::isURI)
                .forEachRemaining(named::add);
        return named;
    }

    private static Map<String, String> prefixes() {
        var known = new TreeMap<String, String>();
        known.put("sq", "https://w3id.org/shuqi/ns#");
        known.put("sqs", "https://w3id.org/shuqi/shapes#");
        known.put("law", "https://w3id.org/shuqi/law/");
        known.put("std", "https://w3id.org/shuqi/standard/");
        known.put("dcat", "http://www.w3.org/ns/dcat#");
        known.put("dct", "http://purl.org/dc/terms/");
        known.put("odrl", "http://www.w3.org/ns/odrl/2/");
        known.put("org", "http://www.w3.org/ns/org#");
        known.put("owl", "http://www.w3.org/2002/07/owl#");
        known.put("prov", "http://www.w3.org/ns/prov#");
        known.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        known.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        known.put("sh", "http://www.w3.org/ns/shacl#");
        known.put("skos", "http://www.w3.org/2004/02/skos/core#");
        known.put("vs", "http://www.w3.org/2003/06/sw-vocab-status/ns#");
        known.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        return Map.copyOf(known);
    }

    /** Stops at the first fault and says where it is. */
    private static final class AtFault implements ErrorHandler {

        @Override
        public void warning(String message, long line, long column) {
            // an odd spelling of a literal is the gate's to judge
        }

        @Override
        public void error(String message, long line, long column) {
            refuse(message, line, column);
        }

        @Override
        public void fatal(String message, long line, long column) {
            refuse(message, line, column);
        }

        private static void refuse(String message, long line, long column) {
            throw Refusal.of(
                    Kind.MALFORMED,
                    "第 %d 行第 %d 列无法解析：%s；请改正后重试",
                    "line %d, column %d cannot be read: %s; correct it and try again",
                    Math.max(line, 1),
                    Math.max(column, 1),
                    message);
        }
    }
}

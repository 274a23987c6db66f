package org.shuqi.sparql;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.riot.web.HttpNames;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * Gives whole graphs, as the graph store protocol says: {@code ?graph=IRI} or {@code ?default}, the union.
 *
 * <p>Formats that can be written as the triples come have no limit but that of bytes; the others are built in memory and
 * have the limit of rows too.
 */
final class GraphService {

    private static final List<String> ALL = List.of("default", "union");

    private final GuardedDataset registry;
    private final Limits limits;
    private final Turns turns;

    GraphService(GuardedDataset registry, Limits limits, Turns turns) {
        this.registry = registry;
        this.limits = limits;
        this.turns = turns;
    }

    /** Answers a request, or refuses it. */
    void answer(Request request, Reply reply) {
        check(request);
        var type = Formats.GRAPHS.chosen(request);
        turns.take(() -> {
            registry.begin(ReadWrite.READ);
            try {
                reply.header(Reply.REVISION, Long.toString(registry.snapshot().revision()));
                reply.header("X-Content-Type-Options", "nosniff");
                reply.header("Vary", "Accept");
                reply.header("ETag", "\"" + changed(request) + "\"");
                send(asked(request), type, reply);
            } finally {
                registry.end();
            }
        });
    }

    private static void check(Request request) {
        var names = request.parameters().keySet();
        var fits = names.size() == 1
                && (names.contains(HttpNames.paramGraph) || names.contains(HttpNames.paramGraphDefault))
                && request.parameters().values().stream().allMatch(values -> values.size() == 1);
        if (!fits) {
            throw Refusal.of(
                    Kind.MALFORMED,
                    "请指明一个图：`?default` 或 `?graph=IRI`，不带其他参数",
                    "say which graph, one of them and nothing else: `?default` or `?graph=IRI`");
        }
    }

    private Graph asked(Request request) {
        var names = request.all(HttpNames.paramGraph);
        if (names.isEmpty() || ALL.contains(names.get(0))) {
            return registry.getDefaultGraph();
        }
        var name = names.get(0);
        var node = NodeFactory.createURI(name);
        if (!registry.containsGraph(node)) {
            throw Refusal.of(Kind.UNKNOWN, "没有图 `%s`；请核对标识", "no graph `%s`; check the identifier", name);
        }
        return registry.getGraph(node);
    }

    /** The revision that last changed what is asked for: the condition of the next write. */
    private long changed(Request request) {
        var names = request.all(HttpNames.paramGraph);
        return names.isEmpty() || ALL.contains(names.get(0))
                ? registry.snapshot().revision()
                : registry.snapshot().revisionOf(NodeFactory.createURI(names.get(0)));
    }

    private void send(Graph graph, String type, Reply reply) {
        var lang = RDFLanguages.contentTypeToLang(type);
        var streaming = StreamRDFWriter.defaultSerialization(lang);
        if (streaming != null) {
            Results.graph(graph, streaming, type, reply);
            return;
        }
        var triples = graph.find();
        try {
            for (long count = 0; triples.hasNext(); triples.next()) {
                if (++count > limits.rows()) {
                    throw BoundedRows.tooMany(limits);
                }
            }
        } finally {
            triples.close();
        }
        Results.graph(graph, type, reply);
    }
}

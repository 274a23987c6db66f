package org.shuqi.sparql;

import org.apache.jena.fuseki.DEF;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.GSP_R;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.fuseki.system.ConNeg;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
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
final class GraphService extends GSP_R {

    private final GuardedDataset registry;
    private final Limits limits;
    private final Turns turns;

    GraphService(GuardedDataset registry, Limits limits, Turns turns) {
        this.registry = registry;
        this.limits = limits;
        this.turns = turns;
    }

    @Override
    public void process(HttpAction action) {
        Failures.caught(action, limits, () -> super.process(action));
    }

    @Override
    public void validate(HttpAction action) {
        if (action.getRequestQueryString() == null) {
            throw Refusal.of(
                    Kind.MALFORMED, "请指明图：`?default` 或 `?graph=IRI`", "say which graph: `?default` or `?graph=IRI`");
        }
        super.validate(action);
    }

    @Override
    protected void doGet(HttpAction action) {
        turns.take(() -> read(action));
    }

    @Override
    protected void doHead(HttpAction action) {
        doGet(action);
    }

    private void read(HttpAction action) {
        Protocol.acceptable(action, DEF.rdfOffer);
        action.beginRead();
        try {
            action.setResponseHeader(
                    BoundedResponse.REVISION, Long.toString(registry.snapshot().revision()));
            action.setResponseHeader("X-Content-Type-Options", "nosniff");
            send(asked(action), format(action), action);
            ServletOps.success(action);
        } finally {
            action.endRead();
        }
    }

    private Graph asked(HttpAction action) {
        var name = action.getRequestParameter(HttpNames.paramGraph);
        if (name == null || name.equals("default") || name.equals("union")) {
            return registry.getDefaultGraph();
        }
        var node = NodeFactory.createURI(name);
        if (!registry.containsGraph(node)) {
            throw Refusal.of(Kind.UNKNOWN, "没有图 `%s`；请核对标识", "no graph `%s`; check the identifier", name);
        }
        return registry.getGraph(node);
    }

    private static RDFFormat format(HttpAction action) {
        var chosen = ConNeg.chooseContentType(action.getRequest(), DEF.rdfOffer, DEF.acceptTurtle);
        var language = chosen == null ? Lang.TURTLE : RDFLanguages.contentTypeToLang(chosen.getContentTypeStr());
        var streaming = StreamRDFWriter.defaultSerialization(language);
        return streaming != null ? streaming : ActionLib.getNetworkFormatForLang(language);
    }

    private void send(Graph graph, RDFFormat format, HttpAction action) {
        if (!StreamRDFWriter.registered(format)) {
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
        }
        ActionLib.graphResponse(action, graph, format, null);
    }
}

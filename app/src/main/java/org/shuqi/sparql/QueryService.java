package org.shuqi.sparql;

import io.micronaut.http.HttpMethod;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.util.Context;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Answers queries over one snapshot each, within the {@link Limits}. */
final class QueryService {

    private final GuardedDataset registry;
    private final Limits limits;
    private final Clock clock;
    private final Turns turns;

    QueryService(GuardedDataset registry, Limits limits, Clock clock, Turns turns) {
        this.registry = registry;
        this.limits = limits;
        this.clock = clock;
        this.turns = turns;
    }

    /** Answers a request, or refuses it. */
    void answer(Request request, Ticket ticket, Reply reply) {
        if (request.method() != HttpMethod.POST && !request.hasQueryString()) {
            var type = Formats.TRIPLES.chosen(request);
            reply.header("Vary", "Accept");
            Results.graph(ServiceDescription.graph(request.endpoint()), type, reply);
            return;
        }
        Protocol.check(request);
        var text = Protocol.query(request, limits);
        if (text.isBlank()) {
            throw Refusal.of(Kind.MALFORMED, "查询为空；请写出一个 SPARQL 查询", "the query is empty; write a SPARQL query");
        }
        var query = QueryText.read(text, limits);
        var type = Formats.of(query).chosen(request);
        var selected = Protocol.selected(request, query);
        turns.take(() -> {
            registry.begin(ReadWrite.READ);
            try {
                reply.header(Reply.REVISION, Long.toString(registry.snapshot().revision()));
                reply.header("X-Content-Type-Options", "nosniff");
                reply.header("Vary", "Accept");
                var dataset = selected.<DatasetGraph>map(some -> DynamicDatasets.dynamicDataset(some, registry, false))
                        .orElse(registry);
                run(query, dataset, ticket, new Sending(query, dataset, type, reply));
            } finally {
                registry.end();
            }
        });
    }

    /** Looks at the beginning of a result; the rest is not worked out. */
    Shown look(Query query, Ticket ticket, int most) {
        var looking = new Looking(query, most);
        turns.take(() -> {
            registry.begin(ReadWrite.READ);
            try {
                looking.revision = registry.snapshot().revision();
                var selected = query.hasDatasetDescription()
                        ? DynamicDatasets.dynamicDataset(query.getDatasetDescription(), registry, false)
                        : registry;
                looking.dataset = selected;
                run(query, selected, ticket, looking);
            } finally {
                registry.end();
            }
        });
        return looking.shown();
    }

    /** What is done with a running query. */
    private interface Using {
        void result(QueryExec run, Deadline deadline);
    }

    private void run(Query query, DatasetGraph dataset, Ticket ticket, Using sending) {
        var now = clock.instant();
        var context = registry.getContext().copy();
        context.set(Settled.NOW, now);
        try (var run = QueryExec.newBuilder()
                .dataset(dataset)
                .query(toRun(query))
                .context(context)
                .build()) {
            run.getContext()
                    .set(
                            ARQConstants.sysCurrentTime,
                            NodeFactory.createLiteralDT(now.toString(), XSDDatatype.XSDdateTime));
            ticket.stoppedBy(run::abort);
            try (var deadline = Deadline.start(limits, run::abort)) {
                sending.result(run, deadline);
            }
        }
    }

    /** Without the graphs that are selected already; of a DESCRIBE, the part that finds the things to be described. */
    static Query toRun(Query asked) {
        if (!asked.isDescribeType() && !asked.hasDatasetDescription()) {
            return asked;
        }
        var toRun = asked.cloneQuery();
        toRun.getGraphURIs().clear();
        toRun.getNamedGraphURIs().clear();
        if (asked.isDescribeType()) {
            toRun.setQuerySelectType();
            if (toRun.getQueryPattern() == null) {
                toRun.setQueryPattern(new ElementGroup());
            }
            if (toRun.getProjectVars().isEmpty()) {
                toRun.setQueryResultStar(true);
            }
            toRun.resetResultVars();
        }
        return toRun;
    }

    private BoundedGraph described(QueryExec run, Query asked, DatasetGraph dataset) {
        var built = new BoundedGraph(limits, Context.getOrSetCancelSignal(run.getContext()));
        var things = new LinkedHashSet<Node>(asked.getResultURIs());
        if (asked.getQueryPattern() != null) {
            var rows = new BoundedRows(run.select(), limits);
            while (rows.hasNext()) {
                var row = rows.next();
                rows.getResultVars().stream()
                        .filter(row::contains)
                        .map(row::get)
                        .forEach(things::add);
            }
        }
        var data = dataset.getDefaultGraph();
        things.stream().filter(thing -> !thing.isLiteral()).forEach(thing -> built.describe(thing, data));
        return built;
    }

    /** The beginning of a result, for the eyes. */
    private final class Looking implements Using {

        private final Query asked;
        private final int most;
        private final List<List<Optional<Node>>> rows = new ArrayList<>();
        private List<String> columns = List.of();
        private Optional<Boolean> truth = Optional.empty();
        private boolean isMore;
        private long revision;
        private DatasetGraph dataset = registry;

        Looking(Query asked, int most) {
            this.asked = asked;
            this.most = most;
        }

        @Override
        public void result(QueryExec run, Deadline deadline) {
            if (asked.isSelectType()) {
                rows(new BoundedRows(run.select(), limits), deadline);
            } else if (asked.isAskType()) {
                truth = Optional.of(run.ask());
            } else {
                var built = asked.isConstructType()
                        ? new BoundedGraph(limits, Context.getOrSetCancelSignal(run.getContext()))
                                .addAll(run.constructTriples())
                        : described(run, asked, dataset);
                triples(built.graph());
            }
        }

        private void rows(BoundedRows found, Deadline deadline) {
            columns = found.getResultVars().stream().map(Var::getVarName).toList();
            found.begin();
            deadline.firstRowIsThere();
            while (found.hasNext() && rows.size() < most) {
                var row = found.next();
                rows.add(found.getResultVars().stream()
                        .map(column -> Optional.ofNullable(row.get(column)))
                        .toList());
            }
            isMore = found.hasNext();
        }

        private void triples(Graph graph) {
            columns = List.of("subject", "predicate", "object");
            var found = graph.find();
            while (found.hasNext() && rows.size() < most) {
                var triple = found.next();
                rows.add(Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                        .map(Optional::of)
                        .toList());
            }
            isMore = found.hasNext();
            found.close();
        }

        Shown shown() {
            return new Shown(columns, rows, truth, isMore, revision);
        }
    }

    /** The way from a running query to its response. */
    private final class Sending implements Using {

        private final Query asked;
        private final DatasetGraph dataset;
        private final String type;
        private final Reply reply;

        Sending(Query asked, DatasetGraph dataset, String type, Reply reply) {
            this.asked = asked;
            this.dataset = dataset;
            this.type = type;
            this.reply = reply;
        }

        @Override
        public void result(QueryExec run, Deadline deadline) {
            if (asked.isSelectType()) {
                var rows = new BoundedRows(run.select(), limits);
                rows.begin();
                deadline.firstRowIsThere();
                Results.rows(rows, asked.getPrologue(), type, reply);
            } else if (asked.isAskType()) {
                Results.truth(run.ask(), type, reply);
            } else if (asked.isConstructType()) {
                var built = new BoundedGraph(limits, Context.getOrSetCancelSignal(run.getContext()));
                graph(built.addAll(run.constructTriples()));
            } else {
                graph(described(run, asked, dataset));
            }
        }

        private void graph(BoundedGraph built) {
            var graph = built.graph();
            graph.getPrefixMapping().setNsPrefixes(asked.getPrefixMapping());
            Results.graph(graph, type, reply);
        }
    }
}

package org.shuqi.sparql;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.fuseki.DEF;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.Responses;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.riot.web.HttpNames;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.util.Context;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Answers queries over one snapshot each, within the {@link Limits}. */
final class QueryService extends SPARQL_QueryDataset {

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

    @Override
    public void process(HttpAction action) {
        Failures.caught(action, limits, () -> super.process(action));
    }

    @Override
    public void execHead(HttpAction action) {
        executeLifecycle(action);
    }

    @Override
    public void validate(HttpAction action) {
        if (!describesItself(action)) {
            Protocol.check(action);
        }
    }

    private static boolean describesItself(HttpAction action) {
        return Protocol.isForm(action)
                && !action.getRequestMethod().equals(HttpNames.METHOD_POST)
                && action.getRequestQueryString() == null;
    }

    @Override
    protected void executeLifecycle(HttpAction action) {
        validate(action);
        if (describesItself(action)) {
            Protocol.acceptable(action, DEF.constructOffer);
            Responses.doResponseGraph(
                    action, ServiceDescription.graph(action.getRequestHeader(ServiceDescription.ENDPOINT)));
            return;
        }
        execute(Protocol.query(action, limits), action);
    }

    @Override
    protected void execute(String text, HttpAction action) {
        if (text.isBlank()) {
            throw Refusal.of(Kind.MALFORMED, "查询为空；请写出一个 SPARQL 查询", "the query is empty; write a SPARQL query");
        }
        var query = QueryText.read(text, limits);
        Protocol.acceptable(action, offered(query));
        turns.take(() -> answer(query, action));
    }

    private static AcceptList offered(Query query) {
        if (query.isSelectType()) {
            return DEF.rsOfferTable;
        }
        return query.isAskType() ? DEF.rsOfferBoolean : DEF.constructOffer;
    }

    private void answer(Query query, HttpAction action) {
        action.beginRead();
        try {
            action.setResponseHeader(
                    BoundedResponse.REVISION, Long.toString(registry.snapshot().revision()));
            action.setResponseHeader("X-Content-Type-Options", "nosniff");
            var now = clock.instant();
            action.getContext().set(Settled.NOW, now);
            action.getContext().set(Settled.LIMITS, limits);
            var decided = decideDataset(action, query, "");
            var toRun = decided.getRight() == null ? query : decided.getRight();
            answer(query.isDescribeType() ? rowsOf(toRun) : toRun, query, decided.getLeft(), now, action);
        } finally {
            action.endRead();
        }
    }

    /** The part of a DESCRIBE that finds the things to be described. */
    private static Query rowsOf(Query describe) {
        var select = describe.cloneQuery();
        select.setQuerySelectType();
        if (select.getQueryPattern() == null) {
            select.setQueryPattern(new ElementGroup());
        }
        if (select.getProjectVars().isEmpty()) {
            select.setQueryResultStar(true);
        }
        select.resetResultVars();
        return select;
    }

    private void answer(Query toRun, Query asked, DatasetGraph dataset, Instant now, HttpAction action) {
        try (var run = createQueryExec(action, toRun, dataset)) {
            run.getContext()
                    .set(
                            ARQConstants.sysCurrentTime,
                            NodeFactory.createLiteralDT(now.toString(), XSDDatatype.XSDdateTime));
            Tickets.of(action.getRequest()).stoppedBy(run::abort);
            try (var deadline = Deadline.start(limits, run::abort)) {
                send(asked, run, dataset, deadline, action);
            }
        }
    }

    private void send(Query asked, QueryExec run, DatasetGraph dataset, Deadline deadline, HttpAction action) {
        if (asked.isSelectType()) {
            var rows = new BoundedRows(run.select(), limits);
            rows.begin();
            deadline.firstRowIsThere();
            Responses.doResponseResultSet(action, rows, asked.getPrologue());
        } else if (asked.isAskType()) {
            Responses.doResponseBoolean(action, run.ask());
        } else if (asked.isConstructType()) {
            var built = new BoundedGraph(limits, Context.getOrSetCancelSignal(run.getContext()));
            built.addAll(run.constructTriples());
            sendGraph(built, asked, action);
        } else {
            sendGraph(described(asked, run, dataset), asked, action);
        }
    }

    private BoundedGraph described(Query asked, QueryExec run, DatasetGraph dataset) {
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

    private static void sendGraph(BoundedGraph built, Query asked, HttpAction action) {
        var graph = built.graph();
        graph.getPrefixMapping().setNsPrefixes(asked.getPrefixMapping());
        Responses.doResponseGraph(action, graph);
    }
}

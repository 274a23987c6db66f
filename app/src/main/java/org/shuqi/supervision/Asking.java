package org.shuqi.supervision;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase1;
import org.apache.jena.sparql.function.FunctionBase2;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.shuqi.time.Instants;

/** Asks the queries of {@code ontology/supervision} of the registry at one revision, with the time limits beside it. */
final class Asking {

    private final DatasetGraph dataset;
    private final Supplier<Graph> limits;
    private final Instant at;
    private final FunctionRegistry functions;

    /**
     * Over one registry.
     *
     * @param registry the union of its graphs
     * @param limits the time limits as {@link LimitsGraph}; worked out for the first query that speaks of them
     * @param at what {@code ?now} is
     * @param zone where a plain date begins
     */
    Asking(Graph registry, Supplier<Graph> limits, Instant at, ZoneId zone) {
        this.dataset = DatasetGraphFactory.create(registry);
        this.limits = limits;
        this.at = at.truncatedTo(ChronoUnit.MILLIS);
        this.functions = FunctionRegistry.createFrom(FunctionRegistry.standardRegistry());
        functions.put(LimitsGraph.NS + "instant", uri -> new AsInstant(zone));
        functions.put(LimitsGraph.NS + "later", uri -> new Later(zone));
    }

    /** One row of a result. */
    record Row(Binding binding) {

        Optional<Node> find(String name) {
            return Optional.ofNullable(binding.get(Var.alloc(name)));
        }

        Node node(String name) {
            return find(name).orElseThrow(() -> new IllegalStateException("a query of supervision lacks ?" + name));
        }

        String text(String name) {
            return find(name).map(Node::getLiteralLexicalForm).orElse("");
        }

        boolean isTrue(String name) {
            return Boolean.parseBoolean(text(name));
        }

        Instant instant(String name) {
            return Instants.zoned(node(name).getLiteralLexicalForm())
                    .orElseThrow(() -> new IllegalStateException("?" + name + " of supervision is no instant"));
        }
    }

    /** All rows, with parameters besides {@code ?now}. */
    List<Row> rows(Query query, Map<String, Node> parameters) {
        var given = new LinkedHashMap<>(parameters);
        given.put("now", LimitsGraph.instant(at));
        if (query.toString().contains(LimitsGraph.WORD) && !dataset.containsGraph(LimitsGraph.NAME)) {
            dataset.addGraph(LimitsGraph.NAME, limits.get());
        }
        var asking = QueryExec.dataset(dataset).query(query).set(ARQConstants.registryFunctions, functions);
        given.forEach(asking::substitution);
        try (var exec = asking.build()) {
            var rows = new ArrayList<Row>();
            exec.select().forEachRemaining(row -> rows.add(new Row(row)));
            return rows;
        }
    }

    private static Instant read(NodeValue value, ZoneId zone) {
        return Instants.parse(value.asNode().isLiteral() ? value.asNode().getLiteralLexicalForm() : "", zone)
                .orElseThrow(() -> new ExprEvalException("no instant: " + value));
    }

    private static NodeValue said(Instant instant) {
        return NodeValue.makeNode(NodeFactory.createLiteralDT(instant.toString(), XSDDatatype.XSDdateTime));
    }

    /** A date or a time as one instant: a plain date is the start of its day. */
    private static final class AsInstant extends FunctionBase1 {
        private final ZoneId zone;

        AsInstant(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public NodeValue exec(NodeValue value) {
            return said(read(value, zone));
        }
    }

    /** The later of two. */
    private static final class Later extends FunctionBase2 {
        private final ZoneId zone;

        Later(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public NodeValue exec(NodeValue one, NodeValue other) {
            var first = read(one, zone);
            var second = read(other, zone);
            return said(first.isBefore(second) ? second : first);
        }
    }
}

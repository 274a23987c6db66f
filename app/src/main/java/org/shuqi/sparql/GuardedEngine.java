package org.shuqi.sparql;

import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.XSD;

/**
 * Runs queries with nothing but what is on the list: the functions of SPARQL 1.1, the casts, {@code sq:decide} and
 * {@code sq:permits}.
 *
 * <p>It is the only engine in the registry of the dataset, so that no engine that would look through the dataset at what
 * is behind it is ever asked.
 */
final class GuardedEngine extends QueryEngineMain {

    private static final QueryEngineFactory FACTORY = new Factory();

    private GuardedEngine(Query query, DatasetGraph dataset, Binding input, Context context) {
        super(query, dataset, input, context);
    }

    /** Makes this engine the one of the dataset, with the two functions. */
    static void install(Context context, Limits limits, Permits permits, Decide decide) {
        var engines = new QueryEngineRegistry();
        engines.add(FACTORY);
        QueryEngineRegistry.set(context, engines);
        var properties = new PropertyFunctionRegistry();
        properties.put(Deciding.PERMITS, permits);
        PropertyFunctionRegistry.set(context, properties);
        FunctionRegistry.set(context, functions(decide));
        QC.setFactory(context, HeldRows.within(limits));
        context.set(ARQ.httpServiceAllowed, false);
        // constants may be as costly as anything else; they are worked out while the clock is running
        context.set(ARQ.optExprConstantFolding, false);
        // conditions are placed among the triples once those are in order
        context.set(ARQ.optFilterPlacementBGP, false);
        context.set(Settled.LIMITS, limits);
    }

    private static FunctionRegistry functions(Decide decide) {
        var offered = new FunctionRegistry();
        var standard = FunctionRegistry.standardRegistry();
        standard.keys().forEachRemaining(iri -> {
            if (iri.startsWith(XSD.NS)) {
                offered.put(iri, standard.get(iri));
            }
        });
        offered.put(Deciding.DECIDE, iri -> decide);
        return offered;
    }

    @Override
    protected Op modifyOp(Op op) {
        var limits = context.<Limits>get(Settled.LIMITS);
        var meter = new Meter(limits, Context.getOrSetCancelSignal(context));
        var functions = FunctionRegistry.get(context);
        var properties = PropertyFunctionRegistry.get(context);
        var planned = Transformer.transform(
                new Planning(properties, context, meter), new Metering(functions::isRegistered, meter), op);
        return super.modifyOp(Transformer.transform(new Driving(), planned));
    }

    private static final class Factory implements QueryEngineFactory {

        @Override
        public boolean accept(Query query, DatasetGraph dataset, Context context) {
            return true;
        }

        @Override
        public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
            return new GuardedEngine(query, dataset, input, context).getPlan();
        }

        @Override
        public boolean accept(Op op, DatasetGraph dataset, Context context) {
            return false;
        }

        @Override
        public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
            throw new UnsupportedOperationException("queries come as text");
        }
    }
}

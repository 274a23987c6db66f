package org.shuqi.sparql;

import jakarta.inject.Singleton;
import org.shuqi.decision.Decisions;
import org.shuqi.graph.Store;
import org.shuqi.registry.Settings;

/** The one engine behind the endpoint and the page: what runs for either counts as running. */
@Singleton
final class Engine {

    private final Turns turns;
    private final QueryService queries;
    private final GraphService graphs;

    Engine(Store store, Decisions decisions, Limits limits, Settings settings) {
        var registry = GuardedDataset.over(store, decisions, limits, settings.zone());
        this.turns = new Turns(limits.concurrent(), limits.patience());
        this.queries = new QueryService(registry, limits, settings.clock(), turns);
        this.graphs = new GraphService(registry, limits, turns);
    }

    Turns turns() {
        return turns;
    }

    QueryService queries() {
        return queries;
    }

    GraphService graphs() {
        return graphs;
    }
}

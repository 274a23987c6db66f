package org.shuqi.sparql;

import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.shuqi.decision.Decisions;
import org.shuqi.graph.Store;

/**
 * Fuseki in this process: on loopback, at a port of the system's choice, of no use without the secret that the public
 * port adds, and with nothing but a query service and a graph service. No admin, no pages, no modules, no writing.
 */
final class InnerServer implements AutoCloseable {

    private static final String NAME = "/shuqi";
    private static final int SECRET_BITS = 256;
    /** Threads beside those that run queries: for refusing the rest, and for Jetty itself. */
    private static final int SPARE_THREADS = 24;

    private final FusekiServer server;
    private final Turns turns;
    private final String secret = new BigInteger(SECRET_BITS, new SecureRandom()).toString(Character.MAX_RADIX);

    private InnerServer(
            GuardedDataset dataset,
            QueryService queries,
            GraphService graphs,
            Limits limits,
            Tickets tickets,
            Turns turns) {
        this.turns = turns;
        var service = DataService.newBuilder(dataset)
                .addEndpoint(Endpoint.create()
                        .operation(Operation.Query)
                        .endpointName("sparql")
                        .processor(queries)
                        .build())
                .addEndpoint(Endpoint.create()
                        .operation(Operation.GSP_R)
                        .endpointName("data")
                        .processor(graphs)
                        .build())
                .build();
        this.server = FusekiServer.create()
                .loopback(true)
                .port(0)
                .fusekiModules(FusekiModules.empty())
                .addFilter("/*", new Doorkeeper(secret, limits.bytes(), tickets))
                .maxServerThreads(limits.concurrent() + SPARE_THREADS)
                .add(NAME, service)
                .build();
    }

    /** Starts the server over a store. */
    static InnerServer start(
            Store store, Decisions decisions, Limits limits, Clock clock, ZoneId zone, Tickets tickets) {
        var dataset = new GuardedDataset(store);
        GuardedEngine.install(
                dataset.getContext(),
                limits,
                new Permits(decisions, dataset, zone),
                new Decide(decisions, dataset, zone));
        var turns = new Turns(limits.concurrent(), limits.patience());
        var started = new InnerServer(
                dataset,
                new QueryService(dataset, limits, clock, turns),
                new GraphService(dataset, limits, turns),
                limits,
                tickets,
                turns);
        started.server.start();
        return started;
    }

    /** Where the service of that name answers. */
    URI endpoint(String name) {
        return URI.create("http://localhost:" + server.getPort() + NAME + "/" + name);
    }

    int running() {
        return turns.taken();
    }

    String secret() {
        return secret;
    }

    @Override
    public void close() {
        server.stop();
    }
}

package org.shuqi.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.access.Caller;
import org.shuqi.change.Changes;
import org.shuqi.change.Load;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.RecordKind;
import org.shuqi.record.WholeGraphs;
import org.shuqi.vocabulary.Rdf;

/**
 * Brings files into the registry, or tries what would happen.
 *
 * <p>Every file is read to its end before anything is asked of the store, so that a fault in the last line of the last
 * file costs nobody else anything. All files together make one change.
 */
public final class Loading {

    private final Store store;
    private final Changes changes;
    private final String baseIri;

    /** For the parts of one open registry. */
    public Loading(Store store, Changes changes, String baseIri) {
        this.store = store;
        this.changes = changes;
        this.baseIri = baseIri;
    }

    /**
     * Loads.
     *
     * @throws Refusal UNUSABLE if a file is not there; MALFORMED if one cannot be read; whatever the door for writes
     *     refuses but INVALID, which the report tells
     */
    public LoadReport load(Order order, Caller caller) {
        return withCargo(order, (shipments, load) -> {
            try {
                return LoadReport.written(shipments, changes.load(load, caller));
            } catch (Refusal refusal) {
                if (refusal.problem().kind() != Kind.INVALID) {
                    throw refusal;
                }
                // the refusal names the first findings; the rehearsal counts them all
                return LoadReport.refused(shipments, changes.rehearse(load, caller));
            }
        });
    }

    /**
     * The same checks without writing.
     *
     * @throws Refusal as {@link #load}
     */
    public LoadReport rehearse(Order order, Caller caller) {
        return withCargo(order, (shipments, load) -> LoadReport.rehearsed(shipments, changes.rehearse(load, caller)));
    }

    private LoadReport withCargo(Order order, BiFunction<List<Shipment>, Load, LoadReport> then) {
        var files = order.files().stream().map(SourceFile::of).toList();
        var shipments = new ArrayList<Shipment>();
        try {
            for (var file : files) {
                shipments.add(routed(order, read(order, file)));
            }
            var mode = order.validOnly() ? Load.Mode.VALID_ONLY : Load.Mode.ALL;
            Load.Source source =
                    to -> shipments.forEach(shipment -> shipment.cargo().forEach(to));
            return then.apply(shipments, new Load(order.reason(), source, mode, order.progress()::works));
        } finally {
            shipments.forEach(Shipment::close);
        }
    }

    private Shipment read(Order order, SourceFile file) {
        return order.mapping()
                .map(mapping -> Shipment.foreign(file, mapping, baseIri, order.progress()))
                .orElseGet(() -> Shipment.rdf(file, order.progress()));
    }

    private Shipment routed(Order order, Shipment shipment) {
        try {
            requireFree(shipment, order);
            return shipment.manifest().loose() == 0 ? shipment : withGraphs(order, shipment);
        } catch (RuntimeException e) {
            shipment.close();
            throw e;
        }
    }

    private Shipment withGraphs(Order order, Shipment shipment) {
        var routed = Cargo.empty();
        try (shipment;
                var now = store.read()) {
            Function<Quad, Quad> route = order.graph()
                    .map(NodeFactory::createURI)
                    .<Function<Quad, Quad>>map(
                            graph -> quad -> quad.isDefaultGraph() ? new Quad(graph, quad.asTriple()) : quad)
                    .orElseGet(() -> routing(shipment, now)::route);
            shipment.cargo().forEach(quad -> routed.add(route.apply(quad)));
            return new Shipment(shipment.file(), shipment.manifest(), routed.sealed(), shipment.remarks());
        } catch (RuntimeException e) {
            routed.close();
            throw e;
        }
    }

    private Routing routing(Shipment shipment, Snapshot now) {
        return new Routing(baseIri, shipment.file().name(), shipment.manifest(), record -> home(now, record));
    }

    private static Optional<Node> home(Snapshot now, Node record) {
        var graphs = new TreeSet<String>();
        now.dataset().find(Node.ANY, record, Rdf.type, Node.ANY).forEachRemaining(quad -> {
            if (RecordKind.of(Set.of(quad.getObject())).isPresent()) {
                graphs.add(quad.getGraph().getURI());
            }
        });
        return graphs.stream()
                .filter(graph -> !graph.startsWith(WholeGraphs.RELEASED))
                .findFirst()
                .map(NodeFactory::createURI);
    }

    private static void requireFree(Shipment shipment, Order order) {
        var named = new ArrayList<>(
                shipment.manifest().graphs().stream().map(Node::getURI).toList());
        order.graph().ifPresent(named::add);
        named.forEach(WholeGraphs::requireFree);
    }
}

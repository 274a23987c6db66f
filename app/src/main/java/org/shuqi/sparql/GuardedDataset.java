package org.shuqi.sparql;

import java.time.ZoneId;
import java.util.Iterator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraphBase;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.shuqi.decision.Decisions;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;

/**
 * The registry as a dataset for queries: one snapshot per reading thread, named graphs only, their union as the default
 * graph, and no way to write.
 *
 * <p>It wraps nothing that a query engine could unwrap: it is a dataset of its own, whose graphs come from the snapshot.
 */
final class GuardedDataset extends DatasetGraphBase {

    private final Store store;
    private final ThreadLocal<@Nullable Snapshot> open = new ThreadLocal<>();

    private GuardedDataset(Store store) {
        this.store = store;
    }

    /** The registry in a store, with the one engine that may look at it. */
    static GuardedDataset over(Store store, Decisions decisions, Limits limits, ZoneId zone) {
        var dataset = new GuardedDataset(store);
        GuardedEngine.install(
                dataset.getContext(),
                limits,
                new Permits(decisions, dataset, zone),
                new Decide(decisions, dataset, zone));
        return dataset;
    }

    /** The snapshot that this thread is reading. */
    Snapshot snapshot() {
        var snapshot = open.get();
        if (snapshot == null) {
            throw new IllegalStateException("no snapshot is open on this thread");
        }
        return snapshot;
    }

    @Override
    public Graph getDefaultGraph() {
        return snapshot().union();
    }

    @Override
    public Graph getUnionGraph() {
        return snapshot().union();
    }

    @Override
    public Graph getGraph(Node name) {
        return standsForAll(name) ? snapshot().union() : snapshot().dataset().getGraph(name);
    }

    @Override
    public boolean containsGraph(Node name) {
        return standsForAll(name) || snapshot().dataset().containsGraph(name);
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return snapshot().dataset().listGraphNodes();
    }

    @Override
    public Iterator<Quad> find(Node g, Node s, Node p, Node o) {
        if (g.isConcrete() && standsForAll(g)) {
            return snapshot().union().find(s, p, o).mapWith(triple -> new Quad(g, triple));
        }
        return findNG(g, s, p, o);
    }

    @Override
    public Iterator<Quad> findNG(Node g, Node s, Node p, Node o) {
        return snapshot().dataset().findNG(g, s, p, o);
    }

    /** Whether the name is one of those by which query engines mean a default or a union graph. */
    private static boolean standsForAll(@Nullable Node name) {
        return name == null || Quad.isDefaultGraph(name) || Quad.isUnionGraph(name);
    }

    @Override
    public PrefixMap prefixes() {
        return PrefixMapFactory.emptyPrefixMap();
    }

    @Override
    public boolean supportsTransactions() {
        return true;
    }

    @Override
    public boolean supportsTransactionAbort() {
        return true;
    }

    @Override
    public void begin(TxnType type) {
        begin(TxnType.convert(type));
    }

    @Override
    public void begin(ReadWrite mode) {
        if (mode != ReadWrite.READ) {
            throw readOnly();
        }
        if (open.get() != null) {
            throw new IllegalStateException("a snapshot is open on this thread already");
        }
        open.set(store.read());
    }

    @Override
    public boolean promote(Promote mode) {
        return false;
    }

    @Override
    public void commit() {
        end();
    }

    @Override
    public void abort() {
        end();
    }

    @Override
    public void end() {
        var snapshot = open.get();
        open.remove();
        if (snapshot != null) {
            snapshot.close();
        }
    }

    @Override
    public boolean isInTransaction() {
        return open.get() != null;
    }

    @Override
    public @Nullable ReadWrite transactionMode() {
        return isInTransaction() ? ReadWrite.READ : null;
    }

    @Override
    public @Nullable TxnType transactionType() {
        return isInTransaction() ? TxnType.READ : null;
    }

    @Override
    public void addGraph(Node name, Graph graph) {
        throw readOnly();
    }

    @Override
    public void removeGraph(Node name) {
        throw readOnly();
    }

    @Override
    public void add(Quad quad) {
        throw readOnly();
    }

    @Override
    public void delete(Quad quad) {
        throw readOnly();
    }

    @Override
    public void clear() {
        throw readOnly();
    }

    @Override
    public void close() {
        // the store is not ours to close
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("queries cannot write");
    }
}

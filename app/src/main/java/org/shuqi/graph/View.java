package org.shuqi.graph;

import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraphBaseFind;
import org.apache.jena.sparql.core.Quad;

/**
 * A dataset to read: named graphs, and their union as the default graph.
 *
 * <p>{@code find} over any graph gives each quad once, in its named graph; the union is only seen by asking for the
 * default graph. Every way to write is refused, and so is every way to begin a transaction: the view already stands in
 * one.
 */
abstract class View extends DatasetGraphBaseFind {

    /** Quads of the named graph, or of all of them if the graph is {@link Node#ANY}. */
    abstract Iterator<Quad> named(Node graph, Node subject, Node predicate, Node object);

    /** Triples that are in at least one named graph, each once. */
    abstract Iterator<Triple> union(Node subject, Node predicate, Node object);

    /** Quads of all named graphs, those with the same triple one after the other. */
    Iterator<Quad> grouped(Node subject, Node predicate, Node object) {
        return Iter.flatMap(
                union(subject, predicate, object),
                triple -> named(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject()));
    }

    /** The named graph, or the union if the name is {@link Quad#unionGraph}. */
    abstract Graph graph(Node name);

    final boolean holds(Quad quad) {
        return named(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())
                .hasNext();
    }

    @Override
    public final Graph getDefaultGraph() {
        return graph(Quad.unionGraph);
    }

    @Override
    public final Graph getUnionGraph() {
        return graph(Quad.unionGraph);
    }

    @Override
    public final Graph getGraph(Node name) {
        return graph(Quad.isDefaultGraph(name) || Quad.isUnionGraph(name) ? Quad.unionGraph : name);
    }

    @Override
    public boolean containsGraph(Node name) {
        return Quad.isDefaultGraph(name)
                || Quad.isUnionGraph(name)
                || named(name, Node.ANY, Node.ANY, Node.ANY).hasNext();
    }

    @Override
    protected final Iterator<Quad> findAny(Node subject, Node predicate, Node object) {
        return named(Node.ANY, subject, predicate, object);
    }

    @Override
    protected final Iterator<Quad> findInDftGraph(Node subject, Node predicate, Node object) {
        return Iter.map(
                union(any(subject), any(predicate), any(object)), triple -> new Quad(Quad.defaultGraphIRI, triple));
    }

    @Override
    public final Iterator<Triple> findInUnionGraph(Node subject, Node predicate, Node object) {
        return union(any(subject), any(predicate), any(object));
    }

    @Override
    protected final Iterator<Quad> findInSpecificNamedGraph(Node graph, Node subject, Node predicate, Node object) {
        return named(graph, any(subject), any(predicate), any(object));
    }

    @Override
    protected final Iterator<Quad> findInAnyNamedGraphs(Node subject, Node predicate, Node object) {
        return named(Node.ANY, any(subject), any(predicate), any(object));
    }

    @Override
    public boolean isEmpty() {
        return !named(Node.ANY, Node.ANY, Node.ANY, Node.ANY).hasNext();
    }

    @Override
    public PrefixMap prefixes() {
        return PrefixMapFactory.emptyPrefixMap();
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
    public void add(Node graph, Node subject, Node predicate, Node object) {
        throw readOnly();
    }

    @Override
    public void delete(Node graph, Node subject, Node predicate, Node object) {
        throw readOnly();
    }

    @Override
    public void deleteAny(Node graph, Node subject, Node predicate, Node object) {
        throw readOnly();
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
    public void clear() {
        throw readOnly();
    }

    @Override
    public void close() {
        // the snapshot is closed, not its dataset
    }

    @Override
    public boolean supportsTransactions() {
        return true;
    }

    @Override
    public boolean isInTransaction() {
        return true;
    }

    @Override
    public ReadWrite transactionMode() {
        return ReadWrite.READ;
    }

    @Override
    public TxnType transactionType() {
        return TxnType.READ;
    }

    @Override
    public void begin(TxnType type) {
        throw readOnly();
    }

    @Override
    public void begin(ReadWrite mode) {
        throw readOnly();
    }

    @Override
    public boolean promote(Promote mode) {
        return false;
    }

    @Override
    public void commit() {
        throw readOnly();
    }

    @Override
    public void abort() {
        throw readOnly();
    }

    @Override
    public void end() {
        // nothing of its own to end
    }

    static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("a snapshot is read only; write through change.Changes");
    }

    private static Node any(Node term) {
        return term == null || !term.isConcrete() ? Node.ANY : term;
    }
}

package org.shuqi.record;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.change.Change;
import org.shuqi.change.Changes;
import org.shuqi.change.Receipt;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Snapshot;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.vocabulary.Rdf;

/**
 * Writes named graphs as a whole, by the door by which everything is written. For the operator: a graph may hold records
 * that nobody else may write side by side.
 *
 * <p>Source: SPARQL 1.1 Graph Store HTTP Protocol, sections 5.3 to 5.5.
 */
public final class WholeGraphs {

    /** How the graphs of the release and of the registry itself begin: the next release replaces them. */
    public static final String RELEASED = "https://w3id.org/shuqi/graph/";
    /** Names with a meaning of their own inside the graph store. */
    private static final String STORE_GRAPHS = "urn:x-arq:";

    private static final Set<String> SCHEMES = Set.of("http", "https", "urn");

    private final Changes changes;
    private final Clock clock;

    /** Writes through the door; the clock says what has been kept long enough. */
    public WholeGraphs(Changes changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * A graph that was written.
     *
     * @param created whether there was no such graph
     * @param tag the revision that last changed it
     * @param receipt that it was written
     */
    public record Outcome(boolean created, long tag, Receipt receipt) {}

    /** Lets the graph hold these triples and no others. */
    public Outcome put(String graph, Lang lang, byte[] document, Terms terms) {
        require(graph, terms);
        var wanted = triples(graph, lang, document);
        return write(graph, terms, there -> wanted);
    }

    /** Adds the triples to the graph. */
    public Outcome add(String graph, Lang lang, byte[] document, Terms terms) {
        require(graph, terms);
        var more = triples(graph, lang, document);
        return write(graph, terms, there -> {
            var all = new LinkedHashSet<>(there);
            all.addAll(more);
            return all;
        });
    }

    /**
     * Takes the graph away.
     *
     * @throws Refusal UNKNOWN if there is none; IN_USE if a record in it has to be kept
     */
    public Receipt delete(String graph, Terms terms) {
        require(graph, terms);
        return write(graph, terms, there -> {
                    if (there.isEmpty()) {
                        throw Refusal.of(Kind.UNKNOWN, "没有图 `%s`；请核对标识", "no graph `%s`; check the identifier", graph);
                    }
                    return Set.of();
                })
                .receipt();
    }

    /**
     * Refuses names that belong to the system.
     *
     * @throws Refusal UNUSABLE
     */
    public static void requireFree(String graph) {
        if (graph.startsWith(RELEASED) || graph.startsWith(STORE_GRAPHS)) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "命名图 `%s` 留给系统使用；请换一个图名",
                    "the named graph `%s` belongs to the system; use another name",
                    graph);
        }
    }

    private Outcome write(String graph, Terms terms, UnaryOperator<Set<Triple>> edit) {
        var name = NodeFactory.createURI(graph);
        var created = new AtomicBoolean();
        var unchanged = new AtomicLong();
        var receipt = changes.apply(
                new Change(terms.reason(), terms.expected(), now -> {
                    var before = new LinkedHashSet<>(
                            now.dataset().getGraph(name).find().toList());
                    created.set(before.isEmpty());
                    terms.require(!before.isEmpty(), now.revisionOf(name), graph);
                    var after = edit.apply(before);
                    unchanged.set(after.equals(before) ? now.revisionOf(name) : 0);
                    requireKept(now, before, after);
                    return new Delta(without(before, after, name), without(after, before, name));
                }),
                terms.caller());
        return new Outcome(created.get(), unchanged.get() > 0 ? unchanged.get() : receipt.revision(), receipt);
    }

    /** What the law wants kept is kept, and what only this service writes stays as it wrote it. */
    private void requireKept(Snapshot now, Set<Triple> before, Set<Triple> after) {
        var was = graph(before);
        var is = graph(after);
        was.find(Node.ANY, Rdf.type, Node.ANY).forEachRemaining(triple -> RecordKind.of(Set.of(triple.getObject()))
                .filter(kind -> triple.getSubject().isURI())
                .ifPresent(kind -> {
                    var description = Descriptions.of(triple.getSubject(), was);
                    var left = Descriptions.of(triple.getSubject(), is);
                    if (!is.contains(triple) || (!kind.isWrittenByPeople() && !left.isIsomorphicWith(description))) {
                        Keeping.requireDispensable(
                                kind, triple.getSubject(), description, now.union(), clock.instant());
                    }
                }));
    }

    private static Graph graph(Set<Triple> triples) {
        var graph = GraphFactory.createDefaultGraph();
        triples.forEach(graph::add);
        return graph;
    }

    private static List<Quad> without(Set<Triple> these, Set<Triple> those, Node graph) {
        return these.stream()
                .filter(triple -> !those.contains(triple))
                .map(triple -> new Quad(graph, triple))
                .toList();
    }

    /** The same document sent again has the same blank nodes, so that it changes nothing. */
    private static Set<Triple> triples(String graph, Lang lang, byte[] document) {
        var found = new LinkedHashSet<Triple>();
        Intake.of(lang, Optional.of(graph))
                .labelled(UUID.nameUUIDFromBytes(document))
                .read(new ByteArrayInputStream(document), new StreamRDFBase() {
                    @Override
                    public void triple(Triple triple) {
                        found.add(triple);
                    }

                    @Override
                    public void quad(Quad quad) {
                        if (!quad.isDefaultGraph()) {
                            throw Refusal.of(
                                    Kind.UNUSABLE,
                                    "内容中另有命名图 `%s`；一次只写一个图",
                                    "the body has a named graph of its own, `%s`; write one graph at a time",
                                    quad.getGraph());
                        }
                        found.add(quad.asTriple());
                    }
                });
        return found;
    }

    private static void require(String graph, Terms terms) {
        requireOperator(terms);
        requireFree(graph);
        if (!isName(graph)) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "`%s` 不能作图名；请写完整的 http、https 或 urn IRI",
                    "`%s` is no name for a graph; write a whole IRI, http, https or urn",
                    graph);
        }
    }

    private static boolean isName(String graph) {
        try {
            var iri = IRIx.create(graph);
            return iri.isAbsolute()
                    && SCHEMES.contains(graph.substring(0, graph.indexOf(':')).toLowerCase(Locale.ROOT));
        } catch (IRIException malformed) {
            return false;
        }
    }

    private static void requireOperator(Terms terms) {
        if (!terms.caller().isOperator()) {
            throw Refusal.of(
                    Kind.FORBIDDEN,
                    "`%s` 无权整图写入；请用 /api/v1 逐条写入记录",
                    "`%s` may not write whole graphs; write records one by one through /api/v1",
                    terms.caller().id());
        }
    }
}

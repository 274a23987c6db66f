package org.shuqi.review;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.Release;
import org.shuqi.WorkedExample;
import org.shuqi.access.Caller;
import org.shuqi.change.Change;
import org.shuqi.change.ChangeDoor;
import org.shuqi.change.Guard;
import org.shuqi.decision.Decisions;
import org.shuqi.decision.Engine;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Store;
import org.shuqi.graph.Stores;

/** A registry on disk that lets in whatever is wrong. */
final class Trial implements AutoCloseable {

    static final String AT = WorkedExample.AT;
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    final Store store;
    final Decisions decisions;
    final Reviews reviews;
    private final ChangeDoor door;
    private Set<Quad> there = Set.of();

    /** With the shipped release in it. */
    static Trial released(Path folder) {
        var trial = new Trial(folder);
        var release = new ArrayList<Quad>();
        Release.into(DatasetGraphFactory.create()).find().forEachRemaining(release::add);
        trial.apply(List.of(), release);
        return trial;
    }

    /** With nothing in it. */
    Trial(Path folder) {
        store = Stores.open(folder);
        door = ChangeDoor.open(store, Guard.NONE);
        decisions = Engine.over(store, WorkedExample.BASE, ZONE, Optional.empty(), Clock.systemUTC());
        reviews = Reviews.over(store, decisions, ZONE, Clock.systemUTC());
    }

    /** Puts these in the place of what was put in before. */
    void hold(Set<Quad> quads) {
        var removed = new HashSet<>(there);
        removed.removeAll(quads);
        var added = new HashSet<>(quads);
        added.removeAll(there);
        apply(List.copyOf(removed), List.copyOf(added));
        there = quads;
    }

    private void apply(List<Quad> removed, List<Quad> added) {
        door.apply(new Change("test", OptionalLong.empty(), now -> new Delta(removed, added)), Caller.operator());
    }

    List<Finding> findings(FindingKind... kinds) {
        return findings(AT, kinds);
    }

    List<Finding> findings(String at, FindingKind... kinds) {
        var found = new ArrayList<Finding>();
        reviews.review(new Reviews.Scope(Set.of(kinds), Optional.of(at), OptionalLong.empty()), found::add);
        return found;
    }

    static Set<String> codes(List<Finding> findings) {
        var codes = new TreeSet<String>();
        findings.forEach(finding -> codes.add(finding.kind().code()));
        return codes;
    }

    /** The triples of files of {@code ontology/review/cases}, in a graph of their own. */
    static Set<Quad> cases(String... files) {
        var graph = GraphFactory.createDefaultGraph();
        for (var file : files) {
            RDFDataMgr.read(
                    graph,
                    Path.of("..", "ontology", "review", "cases", file).toUri().toString());
        }
        return quads(graph);
    }

    static Set<Quad> quads(Graph graph) {
        var name = NodeFactory.createURI(WorkedExample.BASE + "graph/case");
        var quads = new HashSet<Quad>();
        graph.find().forEachRemaining(triple -> quads.add(new Quad(name, triple)));
        return quads;
    }

    @Override
    public void close() {
        door.close();
        store.close();
    }
}

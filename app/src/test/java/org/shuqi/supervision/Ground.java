package org.shuqi.supervision;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
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
import org.shuqi.clock.Clocks;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Store;
import org.shuqi.graph.Stores;
import org.shuqi.record.Records;

/** A registry on disk with the shipped release, which lets in whatever is wrong. */
final class Ground implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Instant NOW = Instant.parse("2026-06-01T04:00:00Z");
    static final Path CASES = Path.of("..", "ontology", "supervision", "cases");

    final Store store;
    final Supervision supervision;
    private final ChangeDoor door;
    private Set<Quad> there = Set.of();

    Ground(Path folder) {
        store = Stores.open(folder);
        door = ChangeDoor.open(store, Guard.NONE);
        var clocks = new Clocks(ZONE, Optional.empty(), WorkedExample.BASE);
        supervision = new Supervision(
                store,
                new Records(store, door, WorkedExample.BASE),
                ClockLimits.of(clocks),
                ZONE,
                Clock.fixed(NOW, ZONE));
        var release = new ArrayList<Quad>();
        Release.into(DatasetGraphFactory.create()).find().forEachRemaining(release::add);
        apply(List.of(), release);
    }

    /** Puts these in the place of what was put in before. */
    void hold(Graph graph) {
        var name = NodeFactory.createURI(WorkedExample.BASE + "graph/case");
        var quads = new HashSet<Quad>();
        graph.find().forEachRemaining(triple -> quads.add(new Quad(name, triple)));
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

    List<Breach> violations(String... codes) {
        return supervision
                .violations(new Supervision.Question(
                        List.of(codes), Optional.empty(), Optional.empty(), OptionalLong.empty()))
                .rows();
    }

    /** The triples of files of {@code ontology/supervision/cases}. */
    static Graph cases(String... files) {
        var graph = GraphFactory.createDefaultGraph();
        for (var file : files) {
            RDFDataMgr.read(graph, CASES.resolve(file).toUri().toString());
        }
        return graph;
    }

    @Override
    public void close() {
        door.close();
        store.close();
    }
}

package org.shuqi.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.change.Change;
import org.shuqi.change.ChangeDoor;
import org.shuqi.change.Guard;
import org.shuqi.gate.Gate;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Store;
import org.shuqi.graph.Stores;
import org.shuqi.standard.Places;

/** The shapes are a named graph of the registry, like the words. */
class ShapesGraphTest {

    private static final Node RELEASE = NodeFactory.createURI("https://w3id.org/shuqi/graph/release");
    private static final Caller READER = new Caller("reader", Set.of());

    @TempDir
    Path data;

    @Test
    void whoeverIsSignedInFindsTheShapesAndNobodyElse() {
        try (var registry = Registry.open(Settings.of(data))) {
            var doors = registry.doors().store();

            assertThat(Acting.as(READER, () -> nodeShapes(doors)))
                    .contains(Places.SHAPES + "S-CAT", Places.SHAPES + "S-AGR")
                    .hasSizeGreaterThan(80);
            assertThat(nodeShapes(doors)).isEmpty();
        }
    }

    @Test
    void theGraphSaysWhatTheGateChecksBy() {
        try (var registry = Registry.open(Settings.of(data))) {
            assertThat(shapes(registry.store()).isIsomorphicWith(Gate.published()))
                    .isTrue();
        }
    }

    @Test
    void anOlderFolderGetsTheShapesAtItsNextStartAndNothingElseIsWrittenAgain() {
        Registry.open(Settings.of(data)).close();
        asBeforeThereWereShapes();

        try (var registry = Registry.open(Settings.of(data))) {
            assertThat(shapes(registry.store()).isIsomorphicWith(Gate.published()))
                    .isTrue();
            assertThat(registry.store().verify(quads -> {}).faults()).isEmpty();
            var written =
                    registry.store().change(registry.store().revision(), 10_000).orElseThrow();
            assertThat(written.removed()).isEmpty();
            assertThat(written.added()).extracting(Quad::getGraph).containsOnly(Places.SHAPES_GRAPH, RELEASE);
        }
    }

    @Test
    void aShapeThatSomebodyChangedInTheDatabaseIsFoundByVerify() {
        Registry.open(Settings.of(data)).close();
        var database = DatabaseMgr.connectDatasetGraph(data.resolve("graph-1").toString());
        Txn.executeWrite(
                database,
                () -> database.deleteAny(
                        Places.SHAPES_GRAPH,
                        NodeFactory.createURI(Places.SHAPES + "S-CAT"),
                        NodeFactory.createURI("http://www.w3.org/ns/shacl#targetClass"),
                        Node.ANY));
        org.apache.jena.tdb2.sys.TDBInternal.expel(database);

        try (var registry = Registry.open(Settings.of(data))) {
            assertThat(registry.store().verify(quads -> {}).faults())
                    .anySatisfy(fault -> assertThat(fault.en()).contains("targetClass"));
        }
    }

    private void asBeforeThereWereShapes() {
        try (var store = Stores.open(data);
                var door = ChangeDoor.open(store, Guard.NONE)) {
            var removed = new ArrayList<Quad>();
            try (var now = store.read()) {
                for (var graph : List.of(Places.SHAPES_GRAPH, RELEASE)) {
                    now.dataset().find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(removed::add);
                }
            }
            door.apply(
                    new Change("older", OptionalLong.empty(), now -> new Delta(removed, List.of())), Caller.operator());
        }
    }

    private static Graph shapes(Store store) {
        try (var now = store.read()) {
            var copy = GraphFactory.createDefaultGraph();
            now.dataset().getGraph(Places.SHAPES_GRAPH).find().forEachRemaining(copy::add);
            return copy;
        }
    }

    private static List<String> nodeShapes(Store store) {
        try (var now = store.read()) {
            return nodeShapes(now.dataset());
        }
    }

    private static List<String> nodeShapes(DatasetGraph dataset) {
        var found = new ArrayList<String>();
        try (var exec = QueryExec.dataset(dataset)
                .query("PREFIX sh: <http://www.w3.org/ns/shacl#> SELECT ?s { GRAPH ?g { ?s a sh:NodeShape } }")
                .build()) {
            exec.select().forEachRemaining(row -> found.add(row.get("s").getURI()));
        }
        return found;
    }
}

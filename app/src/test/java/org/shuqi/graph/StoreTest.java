package org.shuqi.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shuqi.graph.Scribe.iri;
import static org.shuqi.graph.Scribe.quad;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** What readers see: whole revisions, named graphs only, and what was derived from exactly them. */
class StoreTest {

    @TempDir
    private Path folder;

    @Test
    void aSnapshotStaysAsItIsWhileOthersWrite() throws Exception {
        try (var scribe = new Scribe(folder)) {
            scribe.write("g s p 'one");
            try (var snapshot = scribe.store.read()) {
                CompletableFuture.runAsync(() -> scribe.write("g s p 'two")).get();

                assertThat(snapshot.revision()).isEqualTo(1);
                assertThat(snapshot.dataset().contains(quad("g s p 'two"))).isFalse();
                assertThat(scribe.store.revision()).isEqualTo(2);
            }
            assertThat(scribe.holds("g s p 'two")).isTrue();
        }
    }

    @Test
    void aSmallLoadIsFollowedAndALargeOneDerivedAnew() throws IOException {
        try (var scribe = new Scribe(folder)) {
            var census = new Census();
            var derived = scribe.store.derive(census);

            load(scribe, "small", 10);
            assertThat(census.built).hasValue(1);
            assertThat(census.followed).hasValue(1);
            load(scribe, "large", 20_001);
            assertThat(census.built).hasValue(2);

            assertThat(derived.current()).containsEntry(iri("small").getURI(), 10L);
            assertThat(derived.current()).containsEntry(iri("large").getURI(), 20_001L);
        }
    }

    private static void load(Scribe scribe, String graph, int quads) throws IOException {
        try (var staging = scribe.store.ledger().stage()) {
            for (var number = 0; number < quads; number++) {
                staging.add(quad(graph + " s" + number % 97 + " p 'value " + number));
            }
            staging.ends();
            try (var bulk = scribe.store.ledger().open(staging)) {
                bulk.commit(Scribe.STAMP, written -> {});
            }
        }
    }

    @Test
    void whatTheStoreNotesForItselfIsHiddenFromEveryQuery() {
        try (var scribe = new Scribe(folder)) {
            scribe.write("g s p 'one", "h s p 'one");
            try (var snapshot = scribe.store.read()) {
                assertThat(rows(snapshot, "{ ?s ?p ?o }")).isEqualTo(1);
                assertThat(rows(snapshot, "{ GRAPH ?g { ?s ?p ?o } }")).isEqualTo(2);
                assertThat(rows(snapshot, "{ GRAPH <urn:x-arq:DefaultGraph> { ?s ?p ?o } }"))
                        .isEqualTo(1);
                assertThat(rows(snapshot, "{ GRAPH <urn:x-arq:DefaultGraphNode> { ?s ?p ?o } }"))
                        .isEqualTo(1);
                assertThat(rows(snapshot, "{ GRAPH <urn:x-arq:UnionGraph> { ?s ?p ?o } }"))
                        .isEqualTo(1);
                assertThat(rows(snapshot, "{ VALUES ?g { <urn:x-arq:DefaultGraph> } GRAPH ?g { ?s ?p ?o } }"))
                        .isLessThanOrEqualTo(1);
                assertThat(rows(snapshot, "{ ?s (!<urn:none>)* ?o FILTER STRSTARTS(STR(?s), 'urn:shuqi') }"))
                        .isZero();
                assertThat(rows(snapshot, "{ <urn:shuqi:store> ?p ?o }")).isZero();
                assertThat(rows(snapshot, "{ GRAPH ?g { <urn:shuqi:store> ?p ?o } }"))
                        .isZero();
                assertThat(snapshot.dataset()
                                .find(Quad.defaultGraphIRI, iri("g"), Node.ANY, Node.ANY)
                                .hasNext())
                        .isFalse();
                assertThat(snapshot.dataset().stream()).hasSize(2);
                assertThat(snapshot.dataset().listGraphNodes())
                        .toIterable()
                        .containsExactlyInAnyOrder(iri("g"), iri("h"));
            }
        }
    }

    @Test
    void aSnapshotRefusesEveryWayToWrite() {
        try (var scribe = new Scribe(folder)) {
            scribe.write("g s p 'one");
            try (var snapshot = scribe.store.read()) {
                var dataset = snapshot.dataset();
                var quad = quad("g s p 'two");
                List.<Runnable>of(
                                () -> dataset.add(quad),
                                () -> dataset.delete(quad("g s p 'one")),
                                () -> dataset.deleteAny(Node.ANY, Node.ANY, Node.ANY, Node.ANY),
                                () -> dataset.removeGraph(iri("g")),
                                dataset::clear,
                                () -> dataset.begin(ReadWrite.WRITE),
                                dataset::commit,
                                dataset::abort,
                                () -> dataset.getGraph(iri("g")).add(quad.asTriple()),
                                () -> dataset.getGraph(iri("g"))
                                        .delete(quad("g s p 'one").asTriple()),
                                () -> dataset.getGraph(iri("g")).clear(),
                                () -> dataset.getDefaultGraph().add(quad.asTriple()),
                                () -> snapshot.union().clear())
                        .forEach(write ->
                                assertThatThrownBy(write::run).isInstanceOf(UnsupportedOperationException.class));
            }
            assertThat(scribe.holds("g s p 'one")).isTrue();
            assertThat(scribe.write("g s p 'two")).isEqualTo(2);
        }
    }

    @Test
    void aGraphHasTheRevisionThatLastChangedIt() {
        try (var scribe = new Scribe(folder)) {
            scribe.write("g s p 'one", "h s p 'one");
            scribe.write("g s p 'two");
            scribe.write("-h s p 'one");
            try (var snapshot = scribe.store.read()) {
                assertThat(snapshot.revisionOf(iri("g"))).isEqualTo(2);
                assertThat(snapshot.revisionOf(iri("h"))).as("it is gone").isZero();
                assertThat(snapshot.revisionOf(iri("never"))).isZero();
            }
        }
    }

    @Test
    void everyEarlierRevisionCanBeReadAgain() {
        try (var scribe = new Scribe(folder)) {
            var contents = new ArrayList<Set<Quad>>();
            contents.add(Set.of());
            var changes = List.of(
                    List.of("g s p 'one", "g s p 'two", "h s p 'one"),
                    List.of("-g s p 'one", "g s p 'three"),
                    List.of("-h s p 'one", "g s p 'one"),
                    List.of("i a b c", "-g s p 'two", "-g s p 'three"));
            var size = scribe.store.derive(new Size());
            for (var change : changes) {
                scribe.write(change.toArray(String[]::new));
                try (var now = scribe.store.read()) {
                    contents.add(Set.copyOf(now.dataset().stream().toList()));
                }
            }

            for (var revision = 0; revision < contents.size(); revision++) {
                try (var then = scribe.store.readAt(revision)) {
                    assertThat(then.revision()).isEqualTo(revision);
                    assertThat(then.dataset().stream()).hasSameElementsAs(contents.get(revision));
                    assertThat(then.derived(size))
                            .isEqualTo(contents.get(revision).size());
                    assertThat(then.union().find().toList())
                            .doesNotHaveDuplicates()
                            .hasSameElementsAs(contents.get(revision).stream()
                                    .map(Quad::asTriple)
                                    .toList());
                }
            }
            try (var then = scribe.store.readAt(2)) {
                assertThat(then.revisionOf(iri("g"))).isEqualTo(2);
                assertThat(then.revisionOf(iri("h"))).isEqualTo(1);
                assertThat(then.revisionOf(iri("i"))).isZero();
            }
            assertThatThrownBy(() -> scribe.store.readAt(5))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.problem().kind()).isEqualTo(Kind.UNKNOWN))
                    .hasMessage("no revision `5`; the newest is 4");
        }
    }

    @Test
    void aSnapshotWithinASnapshotShowsTheSameRevision() throws Exception {
        try (var scribe = new Scribe(folder)) {
            scribe.write("g s p 'one");
            try (var outer = scribe.store.read()) {
                CompletableFuture.runAsync(() -> scribe.write("g s p 'two")).get();
                try (var inner = scribe.store.read()) {
                    assertThat(inner.revision()).isEqualTo(outer.revision());
                }
                assertThat(outer.dataset().contains(quad("g s p 'one"))).isTrue();
                try (var ahead = scribe.store.readAt(2)) {
                    assertThat(ahead.dataset().contains(quad("g s p 'two"))).isTrue();
                }
            }
        }
    }

    @Test
    void aClosedSnapshotAndAForeignThreadAreTold() {
        try (var scribe = new Scribe(folder)) {
            var snapshot = scribe.store.read();
            assertThatThrownBy(() -> CompletableFuture.runAsync(snapshot::close).join())
                    .hasMessageContaining("closed by the thread that opened it");
            snapshot.close();
            snapshot.close();
            assertThatThrownBy(snapshot::dataset).hasMessage("the snapshot is closed");
        }
    }

    @Test
    void numbersAreSpelledAsTheStoreGivesThemBack() {
        try (var scribe = new Scribe(folder)) {
            var integer = XSDDatatype.XSDinteger;
            var sloppy = NodeFactory.createLiteralDT("+007", integer);
            var spelled = NodeFactory.createLiteralDT("7", integer);
            var seen = new ArrayList<Quad>();
            scribe.store.derive(new Size() {
                @Override
                public Integer next(Integer previous, DatasetGraph now, long revision, Delta delta) {
                    seen.addAll(delta.added());
                    return super.next(previous, now, revision, delta);
                }
            });

            scribe.write(new Delta(List.of(), List.of(new Quad(iri("g"), iri("s"), iri("p"), sloppy))));

            assertThat(seen).containsExactly(new Quad(iri("g"), iri("s"), iri("p"), spelled));
            try (var snapshot = scribe.store.read()) {
                assertThat(snapshot.dataset().stream()).containsExactlyElementsOf(seen);
            }
        }
    }

    @Test
    void graphAndDerivedValueNeverDisagreeInOneSnapshot() throws Exception {
        try (var scribe = new Scribe(folder)) {
            scribe.write("g s p 'start");
            var size = scribe.store.derive(new Size());
            var stop = new AtomicBoolean();
            var reads = new AtomicLong();
            var mismatches = ConcurrentHashMap.<String>newKeySet();
            Runnable reader = () -> {
                while (!stop.get()) {
                    try (var snapshot = scribe.store.read()) {
                        var counted = (int) snapshot.dataset().stream().count();
                        if (counted != snapshot.derived(size) || snapshot.revision() != counted) {
                            mismatches.add(snapshot.revision() + ": " + counted + " / " + snapshot.derived(size));
                        }
                        reads.incrementAndGet();
                    }
                }
            };
            var readers = List.of(CompletableFuture.runAsync(reader), CompletableFuture.runAsync(reader));

            for (var number = 0; number < 60; number++) {
                scribe.write("g s p 'value " + number);
            }
            stop.set(true);
            readers.forEach(CompletableFuture::join);

            assertThat(mismatches).isEmpty();
            assertThat(reads).hasValueGreaterThan(60);
        }
    }

    private static long rows(Snapshot snapshot, String pattern) {
        try (var query = QueryExec.dataset(snapshot.dataset())
                .query("SELECT * " + pattern)
                .build()) {
            var rows = query.select();
            var count = 0L;
            for (; rows.hasNext(); count++) {
                rows.next();
            }
            return count;
        }
    }

    /** Counts the quads. */
    static class Size implements Derivation<Integer> {

        @Override
        public Integer build(DatasetGraph whole, long revision) {
            return (int) whole.stream().count();
        }

        @Override
        public Integer next(Integer previous, DatasetGraph now, long revision, Delta delta) {
            return previous + delta.added().size() - delta.removed().size();
        }
    }
}

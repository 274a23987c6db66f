package org.shuqi.graph;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.graph.ChangeLog.Position;

/** Writes log entries into the database, within one write transaction. */
final class Applying implements QuadSink {

    private static final int TICK = 1000;

    private final DatasetGraph tdb;
    private final Marks marks;
    private final Faults faults;
    private final Set<Node> touched = new LinkedHashSet<>();

    Applying(DatasetGraph tdb, Faults faults) {
        this.tdb = tdb;
        this.marks = new Marks(tdb);
        this.faults = faults;
    }

    @Override
    public void removed(Quad quad) {
        tdb.delete(quad);
        touched.add(quad.getGraph());
    }

    @Override
    public void added(Quad quad) {
        tdb.add(quad);
        touched.add(quad.getGraph());
    }

    /** The same, telling how many quads were written; not often, so that it costs nothing. */
    QuadSink counted(LongConsumer written) {
        return new QuadSink() {
            private long count;

            @Override
            public void removed(Quad quad) {
                Applying.this.removed(quad);
                tick();
            }

            @Override
            public void added(Quad quad) {
                Applying.this.added(quad);
                tick();
            }

            private void tick() {
                count++;
                if (count % TICK == 0) {
                    written.accept(count);
                }
            }
        };
    }

    /** Notes that the entry at this position has been applied whole. */
    void endsAt(Position position) throws IOException {
        faults.at(Faults.Step.APPLY_QUADS);
        touched.forEach(graph -> marks.changed(graph, position.revision()));
        marks.applied(position.revision(), position.hash());
        touched.clear();
        faults.at(Faults.Step.APPLY_MARKS);
    }
}

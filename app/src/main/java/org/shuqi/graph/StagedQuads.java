package org.shuqi.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jspecify.annotations.Nullable;

/**
 * The quads of a load before anything is decided: in memory while they are few, then in a database of their own.
 *
 * <p>That database lives until the load ends and is never recovered, so how its transactions end does not matter.
 */
final class StagedQuads implements Ledger.Staging, QuadSet {

    private final Path scratch;
    private final int heapQuads;
    private PackedQuads heap = new PackedQuads();
    private @Nullable Path folder;
    private @Nullable DatasetGraph disk;
    private final Set<Node> graphs = new LinkedHashSet<>();
    private long read;

    /**
     * An empty staging area.
     *
     * @param heapQuads most quads to keep in memory
     */
    StagedQuads(Path scratch, int heapQuads) {
        this.scratch = scratch;
        this.heapQuads = heapQuads;
    }

    @Override
    public void add(Quad quad) {
        var canonical = Terms.canonical(quad);
        read++;
        graphs.add(canonical.getGraph());
        if (disk != null) {
            disk.add(canonical);
        } else if (heap.add(canonical) && heap.size() > heapQuads) {
            spill();
        }
    }

    @Override
    public long read() {
        return read;
    }

    @Override
    public void ends() {
        if (disk != null) {
            disk.commit();
            disk.end();
        } else {
            heap.settle();
        }
    }

    boolean isInMemory() {
        return disk == null;
    }

    /** Makes the quads readable on this thread until {@link #endRead}. */
    void beginRead() {
        if (disk != null) {
            disk.begin(ReadWrite.READ);
        }
    }

    void endRead() {
        if (disk != null) {
            disk.end();
        }
    }

    @Override
    public Iterator<Quad> find(Node graph, Node subject, Node predicate, Node object) {
        return disk == null
                ? heap.find(graph, subject, predicate, object)
                : disk.findNG(graph, subject, predicate, object);
    }

    @Override
    public boolean contains(Quad quad) {
        return disk == null ? heap.contains(quad) : disk.contains(quad);
    }

    @Override
    public boolean isEmpty() {
        return read == 0;
    }

    @Override
    public Set<Node> graphs() {
        return graphs;
    }

    @Override
    public void close() {
        if (disk == null || folder == null) {
            return;
        }
        TDBInternal.expel(disk, true);
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void spill() {
        try {
            Files.createDirectories(scratch);
            folder = Files.createTempDirectory(scratch, "load-");
            var fresh = DatabaseMgr.connectDatasetGraph(folder.toString());
            fresh.begin(ReadWrite.WRITE);
            heap.forEach(fresh::add);
            heap = new PackedQuads();
            disk = fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

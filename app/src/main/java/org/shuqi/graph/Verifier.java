package org.shuqi.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.shuqi.graph.ChangeLog.Position;
import org.shuqi.problem.Text;

/** Replays the log beside the graph and holds one against the other, term by term and index by index. */
final class Verifier {

    /** Most faults that are told one by one. */
    private static final int TOLD = 100;

    private final List<Text> faults = new ArrayList<>();
    private final LongConsumer progress;
    private boolean logIsWhole = true;

    /** A verifier that tells how many quads it has looked at. */
    Verifier(LongConsumer progress) {
        this.progress = progress;
    }

    List<Text> faults() {
        return faults;
    }

    /** Looks for damage in the log up to a revision, and whether its entries are where they were believed to be. */
    void log(LogScan scan, LogIndex believed, long upTo) {
        var head = scan.index().head().revision();
        if (head < upTo) {
            logIsWhole = false;
            found(
                    "日志第 %d 字节（修订 %d 之后）：%s",
                    "log, byte %d, after revision %d: %s",
                    scan.end(),
                    head,
                    scan.fault().map(Blocks.Broken::what).orElse("the log ends"));
        }
        var differs = believed.differsFrom(scan.index(), Math.min(head, upTo));
        if (differs <= Math.min(head, upTo)) {
            found(
                    "修订 %d 在日志中的位置记录有误；请停止服务并删除 changes.log.positions",
                    "where revision %d is in the log was noted wrongly; stop the server and delete changes.log.positions",
                    differs);
        }
    }

    /** Compares the graph with what replaying the log gave, both within a read transaction; gives the size. */
    long graphs(DatasetGraph graph, DatasetGraph replayed) {
        trying(0L, () -> compare(graph, replayed, "图多出日志中没有的 %s", "the graph has %s, which the log lacks"));
        trying(0L, () -> compare(replayed, graph, "图缺少日志中的 %s", "the graph lacks %s, which the log has"));
        trying(0L, () -> {
            indexes(TDBInternal.getDatasetGraphTDB(graph).getQuadTable().getNodeTupleTable());
            indexes(TDBInternal.getDatasetGraphTDB(graph).getTripleTable().getNodeTupleTable());
            return 0L;
        });
        return trying(0L, () -> Iter.count(replayed.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)));
    }

    /** Compares values that were followed change by change, and those kept on disk, with values built anew. */
    void derived(Map<Follower<?>, Object> followed, DatasetGraph whole, Position at, Keeper keeper) {
        followed.forEach((follower, value) -> trying(0L, () -> {
            var anew = follower.build(whole, at.revision());
            if (!follower.same(value, anew)) {
                found("派生数据 %s 与重新计算的结果不同", "%s differs from what is computed anew", follower.name());
            }
            kept(follower, keeper, at, anew);
            return 0L;
        }));
    }

    private void kept(Follower<?> follower, Keeper keeper, Position at, Object anew) throws IOException {
        try {
            if (!keeper.onDisk(follower, at)
                    .map(value -> follower.same(value, anew))
                    .orElse(true)) {
                found("磁盘上保存的 %s 与重新计算的结果不同", "the kept %s differs from what is computed anew", follower.name());
            }
        } catch (DerivedFile.Damaged e) {
            found("磁盘上保存的 %s 已损坏：%s", "the kept %s is damaged: %s", follower.name(), e.what());
        }
    }

    private long compare(DatasetGraph from, DatasetGraph with, String zh, String en) throws IOException {
        var count = 0L;
        for (var quads = from.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY); quads.hasNext(); count++) {
            var quad = quads.next();
            if (!with.contains(quad)) {
                found(zh, en, spell(quad));
            }
            progress.accept(1);
        }
        return count;
    }

    /** Every index must hold the same tuples as the first. */
    private void indexes(NodeTupleTable table) {
        var indexes = table.getTupleTable().getIndexes();
        var first = sum(indexes[0].all());
        for (var index : indexes) {
            if (!sum(index.all()).equals(first)) {
                found("索引 %s 与 %s 不一致", "index %s differs from %s", index.getName(), indexes[0].getName());
            }
        }
    }

    /** Two sums over tuples that do not depend on their order. */
    private record Sum(long count, long mixed) {}

    private static Sum sum(Iterator<Tuple<NodeId>> tuples) {
        var count = 0L;
        var mixed = 0L;
        while (tuples.hasNext()) {
            var hash = 0L;
            for (var id : tuples.next().asList()) {
                hash = mix(hash + id.hashCode() + (id.isPtr() ? id.getPtrLocation() : 0));
            }
            count++;
            mixed += hash;
        }
        return new Sum(count, mixed);
    }

    /** Spreads every bit over the whole word; the finish of SplitMix64. */
    private static long mix(long word) {
        var mixed = (word ^ (word >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /**
     * Replays the log into another database; what goes wrong is a finding, and nothing can be compared then, as with a
     * log that was found damaged.
     */
    boolean replay(ChangeLog log, Database side, long upTo) {
        return logIsWhole
                && trying(false, () -> {
                    Replay.bring(side, log, Position.START, upTo, Faults.NONE);
                    return true;
                });
    }

    private interface Look<T> {
        T look() throws IOException;
    }

    /** A damaged database may fail in any way; that is a finding too. */
    private <T> T trying(T otherwise, Look<T> look) {
        try {
            return look.look();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            found("无法读取：%s", "cannot be read: %s", e.toString());
            return otherwise;
        }
    }

    private void found(String zh, String en, Object... what) {
        if (faults.size() < TOLD) {
            faults.add(Text.of(zh, en, what));
        }
    }

    private static String spell(Quad quad) {
        return PatchLines.spell(quad.getSubject()) + " " + PatchLines.spell(quad.getPredicate()) + " "
                + PatchLines.spell(quad.getObject()) + " " + PatchLines.spell(quad.getGraph());
    }
}

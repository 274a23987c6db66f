package org.shuqi.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.shuqi.graph.Store;
import org.shuqi.problem.Text;

/** Holds the index on disk against what it was made from. */
final class Check {

    /** Most entries that are told one by one. */
    private static final int TOLD = 20;

    private final Store store;
    private final LongConsumer progress;

    Check(Store store, LongConsumer progress) {
        this.store = store;
        this.progress = progress;
    }

    /** How many entries, and their sums added up, so that their order does not matter. */
    private record Sum(long count, long total) {

        private static final Sum NONE = new Sum(0, 0);

        Sum plus(long sum) {
            return new Sum(count + 1, total + sum);
        }
    }

    List<Text> of(Path folder) {
        try (var sound = Volume.sound(folder).orElse(null)) {
            // one of another program or another log is used by no start
            return sound == null || !sound.label().isOf(store) ? List.of() : compared(sound);
        } catch (IOException | UncheckedIOException e) {
            return List.of(Text.of(
                    "检索索引已损坏：%s；下次启动时会重新建立",
                    "the search index is damaged: %s; the next start makes it anew", e.toString()));
        }
    }

    private List<Text> compared(Volume.Sound sound) throws IOException {
        try (var then = store.readAt(sound.label().revision())) {
            var held = held(sound.reader());
            var anew = anew(then.dataset());
            return held.equals(anew) ? List.of() : differences(sound.reader(), then.dataset(), held, anew);
        }
    }

    private static Sum held(DirectoryReader reader) throws IOException {
        var sum = Sum.NONE;
        for (var leaf : reader.leaves()) {
            var values = DocValues.getNumeric(leaf.reader(), Documents.SUM);
            var live = leaf.reader().getLiveDocs();
            while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(values.docID())) {
                    sum = sum.plus(values.longValue());
                }
            }
        }
        return sum;
    }

    private Sum anew(DatasetGraph registry) {
        var sum = new Sum[] {Sum.NONE};
        new EntryReader(registry).all(entry -> {
            sum[0] = sum[0].plus(entry.sum());
            progress.accept(sum[0].count());
        });
        return sum[0];
    }

    private List<Text> differences(DirectoryReader reader, DatasetGraph registry, Sum held, Sum anew) {
        var faults = new ArrayList<Text>();
        faults.add(Text.of(
                "检索索引与图不一致：索引有 %d 条，图有 %d 条；请停止服务并删除数据目录下的 search",
                "the search index differs from the graph: %d entries, the graph has %d; stop the server and delete `search`"
                        + " in the data folder",
                held.count(),
                anew.count()));
        var searcher = new IndexSearcher(reader);
        new EntryReader(registry).all(entry -> {
            if (faults.size() <= TOLD && !holds(searcher, entry)) {
                faults.add(Text.of(
                        "检索索引缺少或误记 `%s`",
                        "the search index lacks `%s`, or has it wrong",
                        entry.iri().getURI()));
            }
        });
        return faults;
    }

    private static boolean holds(IndexSearcher searcher, Entry entry) {
        try {
            var query = new TermQuery(Documents.key(entry.iri().getURI()));
            for (var hit : searcher.search(query, TOLD).scoreDocs) {
                var leaf = searcher.getIndexReader().leaves().stream()
                        .filter(one -> hit.doc >= one.docBase
                                && hit.doc < one.docBase + one.reader().maxDoc())
                        .findFirst()
                        .orElseThrow();
                if (sum(leaf.reader(), hit.doc - leaf.docBase) == entry.sum()) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long sum(LeafReader reader, int document) throws IOException {
        var values = DocValues.getNumeric(reader, Documents.SUM);
        return values.advanceExact(document) ? values.longValue() : 0;
    }
}

package org.shuqi.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

/** The best that are kept segment by segment against sorting all of them. */
class BestTest {

    private static final int ROUNDS = 60;

    private final Random random = new Random(Long.getLong("shuqi.seed", 1));

    @Test
    void whatIsKeptIsWhatSortingAllGives() throws IOException {
        for (var round = 0; round < ROUNDS; round++) {
            try (var directory = new ByteBuffersDirectory()) {
                fill(directory);
                try (var reader = DirectoryReader.open(directory)) {
                    compared(reader, 1 + random.nextInt(30));
                }
            }
        }
    }

    /** Some names more than once, some documents without one, in several segments. */
    private void fill(ByteBuffersDirectory directory) throws IOException {
        var settings = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
        try (var writer = new IndexWriter(directory, settings)) {
            for (var segment = 0; segment <= random.nextInt(5); segment++) {
                for (var each = 0; each <= random.nextInt(40); each++) {
                    var document = new Document();
                    if (random.nextInt(8) > 0) {
                        document.add(
                                new SortedDocValuesField(Documents.ORDER, new BytesRef("name" + random.nextInt(25))));
                    }
                    writer.addDocument(document);
                }
                writer.commit();
            }
        }
    }

    private void compared(DirectoryReader reader, int most) throws IOException {
        var best = new Best(most);
        var all = new ArrayList<Best.Ranked>();
        for (var leaf : reader.leaves()) {
            var names = DocValues.getSorted(leaf.reader(), Documents.ORDER);
            best.enter(names);
            for (var document = 0; document < leaf.reader().maxDoc(); document++) {
                var score = random.nextInt(3);
                var name = names.advanceExact(document) ? names.ordValue() : -1;
                best.add(document, score, name);
                all.add(new Best.Ranked(
                        leaf.docBase + document,
                        score,
                        name < 0 ? new BytesRef() : BytesRef.deepCopyOf(names.lookupOrd(name))));
            }
            best.leave(names, leaf.docBase);
        }
        all.sort(Comparator.comparing(Best.Ranked::score)
                .reversed()
                .thenComparing(Best.Ranked::name)
                .thenComparing(Best.Ranked::document));

        assertThat(best.kept()).isEqualTo(all.subList(0, Math.min(most, all.size())));
    }
}

package org.shuqi.decision.fact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.WritableByteChannel;
import java.time.ZoneId;
import java.util.List;
import org.shuqi.graph.Keeping;
import org.shuqi.graph.KeptBytes;

/**
 * An index as a file: the terms and common parts as they lie in memory, then every record packed.
 *
 * <p>What is packed in memory too (entries and what belongs to them) is taken as it is; the other records become objects
 * and are filed by what they are about while they are read.
 */
final class IndexFile implements Keeping<Index> {

    /** To be raised whenever the bytes change their meaning; a test holds it against the shapes of the records. */
    static final int FORMAT = 1;

    private final ZoneId zone;

    IndexFile(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String layout() {
        return "index " + FORMAT + ", days of " + zone;
    }

    @Override
    public void write(Index index, WritableByteChannel out) throws IOException {
        var terms = index.terms();
        var tables = index.tables();
        var shelves = index.shelves();
        // packing comes first, for it may find new common parts
        var packed = List.of(
                Packed.of(tables.organisations(), forms(terms).organisations()),
                Packed.of(tables.concepts(), forms(terms).concepts()),
                Packed.of(tables.bases(), forms(terms).bases()),
                Packed.of(tables.profiles(), forms(terms).profiles()),
                Packed.of(tables.catalogues(), forms(terms).catalogues()),
                Packed.of(tables.rules(), new RulesForm(terms.parts())),
                Packed.of(tables.datasets(), new DatasetForm(terms, terms.parts())),
                Packed.of(tables.open(), RecordForms.FLAG));
        var sink = new Sink(out);
        try {
            terms.write(sink);
            packed.forEach(each -> each.write(sink));
            shelves.owners().write(sink);
            shelves.datasetCodes().write(sink);
            sink.flush();
        } catch (UncheckedIOException unwritten) {
            throw unwritten.getCause();
        }
    }

    @Override
    public Index read(KeptBytes bytes, long revision) throws IOException {
        try {
            return read(new Source(bytes), revision);
        } catch (UncheckedIOException unread) {
            throw unread.getCause();
        }
    }

    private static Index read(Source source, long revision) throws IOException {
        var terms = Terms.read(source);
        var filling = IndexEditing.fresh(terms);
        fill(filling, Packed.read(source, forms(terms).organisations()));
        fill(filling, Packed.read(source, forms(terms).concepts()));
        fill(filling, Packed.read(source, forms(terms).bases()));
        fill(filling, Packed.read(source, forms(terms).profiles()));
        fill(filling, Packed.read(source, forms(terms).catalogues()));
        Packed.read(source, new RulesForm(terms.parts())).each(filling::fillRules);
        var datasets = Table.on(Packed.read(source, new DatasetForm(terms, terms.parts())));
        var open = Table.on(Packed.read(source, RecordForms.FLAG));
        var owners = Links.read(source);
        var codes = Codebook.read(source);
        return Index.of(
                terms,
                filling.tables().withEntries(datasets, open),
                filling.shelves().withEntries(owners, codes),
                revision);
    }

    private static void fill(IndexEditing filling, Packed<? extends Fact> packed) {
        packed.each((key, fact) -> filling.fill(fact));
    }

    private static RecordForms forms(Terms terms) {
        return new RecordForms(terms.parts());
    }
}

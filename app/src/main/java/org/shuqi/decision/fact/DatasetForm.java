package org.shuqi.decision.fact;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Catalogue entries as bytes, about thirty for one with seven items. */
final class DatasetForm implements Form<Dataset> {

    private final Terms terms;
    private final Parts parts;

    DatasetForm(Terms terms, Parts parts) {
        this.terms = terms;
        this.parts = parts;
    }

    @Override
    public void write(int key, Dataset dataset, Writing to) {
        var segment = dataset.codes().isEmpty() ? "" : Description.segment(terms.iri(key));
        Parts.list(
                dataset.codes(),
                to,
                (code, into) -> Parts.orNone(code.equals(segment) ? Terms.NONE : terms.add(code), into));
        Parts.writeIds(dataset.publishers(), to);
        boolean same = dataset.sources().equals(dataset.publishers());
        to.putBoolean(same);
        if (!same) {
            Parts.writeIds(dataset.sources(), to);
        }
        parts.commonIds(dataset.themes(), to);
        Parts.writeIds(dataset.catalogues(), to);
        parts.span(dataset.published(), to);
        writeItems(key, dataset.items(), to);
    }

    private void writeItems(int key, List<Item> items, Writing to) {
        var offers =
                items.stream().map(item -> item.traits().offer()).distinct().toList();
        Parts.list(offers, to, parts::offer);
        to.putInt(items.size());
        int before = key;
        for (var item : items) {
            to.putSigned((long) item.iri() - before - 1);
            before = item.iri();
            if (offers.size() > 1) {
                to.putInt(offers.indexOf(item.traits().offer()));
            }
            parts.sort(item.traits(), to);
        }
    }

    @Override
    public Dataset read(int key, Reading from) {
        var codes = codes(key, from);
        var publishers = Parts.readIds(from);
        var sources = from.getBoolean() ? publishers : Parts.readIds(from);
        var themes = parts.commonIds(from);
        var catalogues = Parts.readIds(from);
        var published = parts.span(from);
        return new Dataset(key, codes, publishers, sources, themes, catalogues, published, items(key, from));
    }

    private List<Item> items(int key, Reading from) {
        var offers = Parts.list(from, parts::offer);
        var items = new Item[from.getCount()];
        int before = key;
        for (int i = 0; i < items.length; i++) {
            before += (int) from.getSigned() + 1;
            var offer = offers.get(offers.size() > 1 ? from.getInt() : 0);
            var sort = parts.sort(from);
            items[i] = new Item(
                    before,
                    new Traits(offer, sort.levels(), sort.classes(), sort.secret(), sort.masked(), sort.sources()));
        }
        return List.of(items);
    }

    private List<String> codes(int key, Reading from) {
        var ids = new int[from.getCount()];
        for (int i = 0; i < ids.length; i++) {
            int code = Parts.orNone(from);
            ids[i] = code;
        }
        return ids.length == 0 ? List.of() : new Codes(terms, key, ids);
    }

    /** Codes that are turned into words only if somebody looks; a decision does not. */
    private static final class Codes extends AbstractList<String> implements RandomAccess {

        private final Terms terms;
        private final int key;
        private final int[] ids;

        Codes(Terms terms, int key, int[] ids) {
            this.terms = terms;
            this.key = key;
            this.ids = ids;
        }

        @Override
        public String get(int place) {
            int id = ids[place];
            return id == Terms.NONE ? Description.segment(terms.iri(key)) : terms.iri(id);
        }

        @Override
        public int size() {
            return ids.length;
        }
    }
}

package org.shuqi.decision.fact;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Catalogue entries as bytes, about twenty-five for one with seven items. */
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
                (code, into) -> into.putSigned(code.equals(segment) ? 0 : distance(key, terms.add(code))));
        parts.commonIds(dataset.publishers(), to);
        boolean same = dataset.sources().equals(dataset.publishers());
        to.putBoolean(same);
        if (!same) {
            parts.commonIds(dataset.sources(), to);
        }
        parts.commonIds(dataset.themes(), to);
        Parts.writeIds(key, dataset.catalogues(), to);
        parts.span(dataset.published(), to);
        writeItems(key, dataset.items(), to);
    }

    /** How far a term is from the key, which is near for those that came together; never 0. */
    private static int distance(int key, int term) {
        return term < key ? term - key : term - key + 1;
    }

    private static int atDistance(int key, int distance) {
        return distance < 0 ? key + distance : key + distance - 1;
    }

    private void writeItems(int key, List<Item> items, Writing to) {
        var offers =
                items.stream().map(item -> item.traits().offer()).distinct().toList();
        Parts.list(offers, to, parts::offer);
        boolean inRow = isInRow(items);
        to.putInt(items.size() << 1 | (inRow ? 1 : 0));
        int before = key;
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            if (!inRow || i == 0) {
                to.putSigned((long) item.iri() - before);
            }
            before = item.iri();
            if (offers.size() > 1) {
                to.putInt(offers.indexOf(item.traits().offer()));
            }
            parts.sort(item.traits(), to);
        }
    }

    private static boolean isInRow(List<Item> items) {
        for (int at = 1; at < items.size(); at++) {
            if (items.get(at).iri() != items.get(at - 1).iri() + 1) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Dataset read(int key, Reading from) {
        var codes = codes(key, from);
        var publishers = parts.commonIds(from);
        var sources = from.getBoolean() ? publishers : parts.commonIds(from);
        var themes = parts.commonIds(from);
        var catalogues = Parts.readIds(key, from);
        var published = parts.span(from);
        return new Dataset(key, codes, publishers, sources, themes, catalogues, published, items(key, from));
    }

    private List<Item> items(int key, Reading from) {
        var offers = Parts.list(from, parts::offer);
        int countAndRow = from.getInt();
        boolean inRow = (countAndRow & 1) != 0;
        var items = new Item[from.checked(countAndRow >>> 1)];
        var alike = new Alike(items.length);
        int before = key;
        for (int i = 0; i < items.length; i++) {
            before += inRow && i > 0 ? 1 : (int) from.getSigned();
            var offer = offers.get(offers.size() > 1 ? from.getInt() : 0);
            items[i] = new Item(before, alike.traits(offer, parts.sort(from)));
        }
        return List.of(items);
    }

    /** Traits of one entry: items that are alike share them, so that it takes no comparing to see that they are. */
    private static final class Alike {

        private final Traits[] sorts;
        private final Traits[] whole;
        private int size;

        Alike(int most) {
            sorts = new Traits[most];
            whole = new Traits[most];
        }

        Traits traits(Offer offer, Traits sort) {
            for (int at = 0; at < size; at++) {
                if (sorts[at] == sort && whole[at].offer() == offer) {
                    return whole[at];
                }
            }
            var made = new Traits(offer, sort.levels(), sort.classes(), sort.secret(), sort.masked(), sort.sources());
            sorts[size] = sort;
            whole[size++] = made;
            return made;
        }
    }

    private List<String> codes(int key, Reading from) {
        var ids = new int[from.getCount()];
        for (int i = 0; i < ids.length; i++) {
            int distance = (int) from.getSigned();
            ids[i] = distance == 0 ? Terms.NONE : atDistance(key, distance);
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

package org.shuqi.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.NodeFactory;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** How entries are written to the index and read from it. */
final class Documents {

    /** Goes up whenever anything here, or how text is cut, changes. */
    static final String LAYOUT = "1";

    static final String NAMES = "names";
    static final String TEXTS = "texts";
    static final String CODES = "codes";
    static final String SOUNDS = "sounds";
    /** Of the dataset that an item belongs to. */
    static final String WITHIN = "within";

    static final String GROUP = "group";
    static final String GRAPH = "graph";
    static final String ORDER = "order";
    static final String TWIN = "twin";
    static final String SUM = "sum";

    private static final String IRI = "iri";
    private static final String ZH = "zh";
    private static final String EN = "en";
    private static final String CODE = "code";
    private static final String DATASET = "dataset";
    private static final Pattern SEPARATOR = Pattern.compile("[-/_.:\\s]+");
    private static final int MOST_PARTS = 8;
    /** Lucene takes no longer term. */
    private static final int LONGEST_TERM = 8_000;

    private Documents() {}

    static Term key(String iri) {
        return new Term(IRI, cut(iri));
    }

    static Document of(Entry entry) {
        var document = new Document();
        document.add(new StringField(IRI, cut(entry.iri().getURI()), Field.Store.NO));
        document.add(new StoredField(IRI, entry.iri().getURI()));
        document.add(new SortedDocValuesField(GROUP, new BytesRef(entry.group().name())));
        document.add(new StoredField(GROUP, entry.group().name()));
        document.add(new SortedDocValuesField(GRAPH, new BytesRef(entry.graph().getURI())));
        document.add(new NumericDocValuesField(SUM, entry.sum()));
        document.add(new SortedDocValuesField(
                ORDER, new BytesRef(Alphabet.key(shorten(entry.name().in(java.util.Locale.CHINESE))))));
        if (entry.isTwin()) {
            document.add(new NumericDocValuesField(TWIN, hash(entry.iri().getURI())));
        }
        words(document, entry);
        shown(document, entry);
        return document;
    }

    private static void words(Document document, Entry entry) {
        document.add(new TextField(NAMES, tokens(entry.names())));
        document.add(new TextField(TEXTS, tokens(entry.texts())));
        var sounds = new LinkedHashSet<String>();
        entry.names().forEach(name -> sounds.addAll(Pinyin.keys(shorten(name))));
        sounds.forEach(sound -> document.add(new StringField(SOUNDS, sound, Field.Store.NO)));
        codes(entry).forEach(code -> document.add(new StringField(CODES, cut(code), Field.Store.NO)));
        entry.within().ifPresent(within -> document.add(new TextField(WITHIN, tokens(within.names()))));
    }

    private static void shown(Document document, Entry entry) {
        document.add(new StoredField(ZH, entry.name().zh()));
        document.add(new StoredField(EN, entry.name().en()));
        entry.code().ifPresent(code -> document.add(new StoredField(CODE, code)));
        entry.within()
                .ifPresent(within ->
                        document.add(new StoredField(DATASET, within.dataset().getURI())));
        entry.facets()
                .forEach((facet, values) -> values.forEach(value -> {
                    document.add(new SortedSetDocValuesField(facet.name(), new BytesRef(cut(value))));
                    document.add(new StoredField(facet.name(), value));
                }));
    }

    static Hit hit(Document document) {
        var values = new EnumMap<Facet, List<String>>(Facet.class);
        for (var facet : Facet.values()) {
            var found = document.getValues(facet.name());
            if (found.length > 0) {
                values.put(facet, List.of(found));
            }
        }
        return new Hit(
                NodeFactory.createURI(document.get(IRI)),
                Group.valueOf(document.get(GROUP)),
                new Name(document.get(ZH), document.get(EN)),
                Optional.ofNullable(document.get(CODE)),
                Optional.ofNullable(document.get(DATASET)).map(NodeFactory::createURI),
                Map.copyOf(values));
    }

    /** A code is found by its beginning, and by that of each part. */
    private static LinkedHashSet<String> codes(Entry entry) {
        var codes = new LinkedHashSet<String>();
        for (var code : entry.codes()) {
            var folded = Words.folded(code).strip();
            codes.add(folded);
            var separator = SEPARATOR.matcher(folded);
            for (var parts = 0; parts < MOST_PARTS && separator.find(); parts++) {
                codes.add(folded.substring(separator.end()));
            }
        }
        codes.remove("");
        return codes;
    }

    private static Tokens tokens(List<String> texts) {
        var tokens = new ArrayList<List<String>>();
        texts.forEach(text ->
                tokens.add(Words.tokens(text).stream().map(Documents::cut).toList()));
        return new Tokens(tokens);
    }

    private static String shorten(String name) {
        return name.codePointCount(0, name.length()) <= 200 ? name : name.substring(0, name.offsetByCodePoints(0, 200));
    }

    private static String cut(String term) {
        return term.length() <= LONGEST_TERM ? term : term.substring(0, LONGEST_TERM);
    }

    private static long hash(String text) {
        var hash = 0xcbf29ce484222325L; // FNV-1a
        for (var at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * 0x100000001b3L;
        }
        return hash;
    }
}

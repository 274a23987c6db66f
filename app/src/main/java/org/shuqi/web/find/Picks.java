package org.shuqi.web.find;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.graph.Store;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.search.Facet;
import org.shuqi.search.Found;
import org.shuqi.search.Group;
import org.shuqi.search.Hit;
import org.shuqi.search.Name;
import org.shuqi.search.SearchIndex;
import org.shuqi.search.Wanted;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.web.Said;
import org.shuqi.web.View;

/** Finds out what people mean by a name or a code in a field of a form, with type-ahead or without. */
@Singleton
public final class Picks {

    /** How many could be meant, before it says too little. */
    private static final int NEAR = 5;

    private static final Pattern CODE = Pattern.compile(".*\\[([^\\[\\]]+)]\\s*");
    private static final String LISTS = "https://w3id.org/shuqi/code/";

    private final SearchIndex index;
    private final Records records;
    private final Store store;

    Picks(SearchIndex index, Records records, Store store) {
        this.index = index;
        this.records = records;
        this.store = store;
    }

    /**
     * What the text means: an IRI, a code, a name with its code in brackets, or a name that only one has.
     *
     * @param group of this kind
     * @param scheme the code list, for terms; else empty
     */
    public Pick of(String text, Group group, String scheme, View view) {
        var written = text.strip();
        if (written.isEmpty()) {
            return Pick.NONE;
        }
        var inBrackets = CODE.matcher(written);
        var coded = coded(inBrackets.matches() ? inBrackets.group(1).strip() : written, group, scheme);
        return coded.isPresent() ? picked(written, coded.get(), group, view) : named(written, group, scheme, view);
    }

    /** Something known, as it stands in a field. */
    public Pick of(Node node, Group group, View view) {
        return picked(node.getURI(), node, group, view);
    }

    /** What could be meant by what somebody has typed so far; with nothing typed, the first by name. */
    public List<Suggestion> suggest(String text, Group group, String scheme, int most, View view) {
        return suggestions(search(cut(text), group, scheme, most), view);
    }

    private Optional<Node> coded(String code, Group group, String scheme) {
        try (var now = store.read()) {
            var node = group == Group.TERMS || group == Group.LAWS
                    ? NodeFactory.createURI(
                            code.contains(":") ? code : (scheme.contains(":") ? scheme : LISTS + scheme) + "/" + code)
                    : records.iri(kind(group), code);
            return now.union().contains(node, Rdf.type, Node.ANY) ? Optional.of(node) : Optional.empty();
        }
    }

    private Pick named(String written, Group group, String scheme, View view) {
        if (written.length() > Wanted.LONGEST) {
            return new Pick(written, Optional.empty(), Optional.empty(), List.of());
        }
        var found = search(written, group, scheme, NEAR);
        var same = found.hits().stream()
                .filter(hit ->
                        hit.name().zh().equals(written) || hit.name().en().equalsIgnoreCase(written))
                .toList();
        var meant = same.size() == 1
                ? same.stream().findFirst()
                : found.hits().stream()
                        .filter(only -> found.total() == 1 && !found.isLoose())
                        .findFirst();
        return meant.map(hit ->
                        new Pick(written, Optional.of(hit.iri()), Optional.of(suggestion(hit, found, view)), List.of()))
                .orElseGet(() -> new Pick(written, Optional.empty(), Optional.empty(), suggestions(found, view)));
    }

    private Found search(String text, Group group, String scheme, int most) {
        var wanted = Wanted.of(text, group, most);
        return index.search(scheme.isEmpty() ? wanted : wanted.with(Facet.SCHEME, scheme));
    }

    /** A name that was picked is looked for without its code. */
    private static String cut(String text) {
        var shortened = text.strip().replaceFirst("\\s*\\[[^\\[\\]]*]?$", "");
        return shortened.length() > Wanted.LONGEST ? shortened.substring(0, Wanted.LONGEST) : shortened;
    }

    private List<Suggestion> suggestions(Found found, View view) {
        return found.hits().stream().map(hit -> suggestion(hit, found, view)).toList();
    }

    private Suggestion suggestion(Hit hit, Found found, View view) {
        var hints = new ArrayList<Said>();
        hit.of(Facet.ORGANIZATION).forEach(office -> hints.add(said(found.name(office), view)));
        hit.code().ifPresent(code -> hints.add(Said.code(code)));
        return suggestion(hit.iri(), hit.group(), said(hit.name(), view), hints);
    }

    private Pick picked(String written, Node node, Group group, View view) {
        try (var now = store.read()) {
            var name = Said.name(now.union(), node, view.language());
            var meant = suggestion(node, group, name, hints(node, now.union(), view));
            return new Pick(written, Optional.of(node), Optional.of(meant), List.of());
        }
    }

    private static List<Said> hints(Node node, Graph registry, View view) {
        return registry.find(node, Dct.publisher, Node.ANY)
                .mapWith(triple -> Said.name(registry, triple.getObject(), view.language()))
                .toList();
    }

    private Suggestion suggestion(Node node, Group group, Said name, List<Said> hints) {
        var code = code(node, group);
        return new Suggestion(name.text() + " [" + code + "]", code, name, hints);
    }

    /** As short as it can be said in a field and in an address. */
    private String code(Node node, Group group) {
        var iri = node.getURI();
        if (group == Group.TERMS || group == Group.LAWS) {
            return iri.startsWith(LISTS) ? iri.substring(iri.lastIndexOf('/') + 1) : iri;
        }
        return iri.startsWith(records.baseIri()) ? records.id(kind(group), node) : iri;
    }

    private static RecordKind kind(Group group) {
        return RecordKind.at(group.code())
                .orElseThrow(() -> new IllegalArgumentException("not picked by code: " + group));
    }

    /** A name from the index as a page shows it. */
    static Said said(Name name, View view) {
        var language = view.language();
        return new Said(name.in(language), name.isIn(language).getLanguage());
    }
}

package org.shuqi.web.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.G;
import org.shuqi.access.Caller;
import org.shuqi.audit.Trail;
import org.shuqi.audit.Wanted;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Filed;
import org.shuqi.record.RecordKind;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Address;
import org.shuqi.web.Said;
import org.shuqi.web.Where;
import org.shuqi.web.form.Facts;

/** What the tabs of an entry hold, but for who may use it. */
final class DatasetTabs {

    private static final int CHANGES = 20;
    private static final int LINES = 300;

    private final Things things;
    private final Filed record;
    private final Locale reader;

    DatasetTabs(Things things, Filed record, Locale reader) {
        this.things = things;
        this.record = record;
        this.reader = reader;
    }

    List<DatasetPage.Item> items() {
        return G.listSP(record.description(), record.iri(), Sq.dataItem).stream()
                .map(this::item)
                .sorted(Comparator.comparing(
                        (DatasetPage.Item item) -> item.title().text()))
                .toList();
    }

    private DatasetPage.Item item(Node item) {
        return new DatasetPage.Item(
                things.name(item),
                text(item, Sq.fieldName),
                things.one(item, Sq.dataType).map(Thing::said),
                text(item, Sq.fieldLength),
                things.one(item, Sq.securityLevel).map(Thing::said),
                text(item, Sq.personalData).equals("true"),
                text(item, Sq.sensitivePersonalData).equals("true"),
                things.all(item, Sq.personalDataCategory));
    }

    private String text(Node subject, Node property) {
        return things.one(subject, property).map(thing -> thing.said().text()).orElse("");
    }

    /** The distributions with all that is said of them, property by property. */
    List<Facts.Group> attached() {
        return G.listSP(things.union(), record.iri(), Dcat.distribution).stream()
                .sorted(Comparator.comparing(node -> node.toString()))
                .map(node -> new Facts.Group(things.name(node).text(), said(node)))
                .toList();
    }

    private List<Facts.Fact> said(Node node) {
        var found = new TreeMap<String, List<Facts.Value>>();
        var names = new TreeMap<String, String>();
        things.union().find(node, Node.ANY, Node.ANY).forEachRemaining(triple -> {
            var property = triple.getPredicate();
            if (!property.equals(Rdf.type)) {
                names.put(property.getURI(), things.name(property).text());
                found.computeIfAbsent(property.getURI(), none -> new ArrayList<>())
                        .add(value(triple.getObject()));
            }
        });
        return found.entrySet().stream()
                .map(entry -> new Facts.Fact(entry.getKey(), names.getOrDefault(entry.getKey(), ""), entry.getValue()))
                .toList();
    }

    private Facts.Value value(Node node) {
        return node.isLiteral()
                ? new Facts.Value(new Said(node.getLiteralLexicalForm(), node.getLiteralLanguage()), Optional.empty())
                : new Facts.Value(things.name(node), node.isURI() ? Optional.of(node.getURI()) : Optional.empty());
    }

    /** Objections, assessments, designations and the like that name the entry. */
    List<DatasetPage.Matter> matters() {
        var found = new TreeMap<String, Node>();
        things.union().find(Node.ANY, Node.ANY, record.iri()).forEachRemaining(triple -> {
            if (triple.getSubject().isURI() && !triple.getPredicate().equals(Dcat.dataset)) {
                found.put(triple.getSubject().getURI(), triple.getSubject());
            }
        });
        var matters = new ArrayList<DatasetPage.Matter>();
        found.values().forEach(node -> kind(node)
                .ifPresent(kind -> matters.add(
                        new DatasetPage.Matter(kind.path(), things.of(node), things.code(node), status(node)))));
        return matters;
    }

    private Optional<RecordKind> kind(Node node) {
        return RecordKind.of(java.util.Set.copyOf(G.listSP(things.union(), node, Rdf.type)))
                .filter(kind -> kind != RecordKind.DATASETS && kind != RecordKind.CATALOGS);
    }

    private Optional<Said> status(Node node) {
        return things.one(node, Sq.caseStatus).map(Thing::said);
    }

    /**
     * Who changed it, when and why.
     *
     * @param before revision before which to go on
     * @param wanted revision to look at
     */
    DatasetPage.History history(Trail trail, Caller caller, OptionalLong before, OptionalLong wanted, String here) {
        var page = trail.page(
                new Wanted(
                        Optional.of(record.iri()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        before,
                        OptionalLong.empty(),
                        CHANGES),
                caller);
        var address = Address.of(here).with("tab", "history");
        var changes = page.traces().stream()
                .map(trace -> new DatasetPage.Change(
                        trace.commit().revision(),
                        trace.commit().at(),
                        trace.commit().actor(),
                        trace.commit().reason(),
                        trace.commit().removed(),
                        trace.commit().added(),
                        address.with("change", Long.toString(trace.commit().revision()))
                                .toString()))
                .toList();
        var next = page.next().isPresent()
                ? address.with("before", Long.toString(page.next().getAsLong())).toString()
                : "";
        return new DatasetPage.History(changes, next, detail(trail, caller, wanted));
    }

    private Optional<DatasetPage.Detail> detail(Trail trail, Caller caller, OptionalLong wanted) {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        try {
            var detail = trail.detail(wanted.getAsLong(), caller);
            var lines = new ArrayList<DatasetPage.Line>();
            detail.removed().stream().filter(this::isMine).limit(LINES).forEach(quad -> lines.add(line(false, quad)));
            detail.added().stream().filter(this::isMine).limit(LINES).forEach(quad -> lines.add(line(true, quad)));
            return Optional.of(new DatasetPage.Detail(wanted.getAsLong(), lines));
        } catch (Refusal unknown) {
            return Optional.empty();
        }
    }

    private boolean isMine(Quad quad) {
        var iri = record.iri().getURI();
        return quad.getSubject().equals(record.iri())
                || quad.getSubject().isBlank()
                || (quad.getSubject().isURI()
                        && (quad.getSubject().getURI().startsWith(iri + "/")
                                || quad.getSubject().getURI().startsWith(iri + "#")));
    }

    private DatasetPage.Line line(boolean added, Quad quad) {
        var value = quad.getObject();
        return new DatasetPage.Line(
                added,
                quad.getSubject().equals(record.iri()) ? Said.code("") : things.name(quad.getSubject()),
                things.name(quad.getPredicate()),
                value.isLiteral()
                        ? new Thing(new Said(value.getLiteralLexicalForm(), value.getLiteralLanguage()), "")
                        : things.of(value));
    }

    Optional<Thing> catalog() {
        return G.listPO(things.union(), Dcat.dataset, record.iri()).stream()
                .min(Comparator.comparing(node -> node.toString()))
                .map(catalog -> new Thing(
                        things.name(catalog),
                        Where.page(RecordKind.CATALOGS, things.id(RecordKind.CATALOGS, catalog))));
    }

    DatasetPage.Head head(org.shuqi.web.Badge status) {
        var union = things.union();
        var facts = new Facts(things.choices(), reader);
        var form = org.shuqi.form.Forms.standard()
                .of(Dcat.Dataset)
                .without("title", "identifier", "publisher", "sharingAttribute", "securityLevel");
        return new DatasetPage.Head(
                things.name(record.iri()),
                things.code(record.iri()),
                CatalogController.sharing(union, things, record.iri()),
                status,
                CatalogController.first(union, record.iri(), Sq.securityLevel)
                        .or(() -> Levels.highest(union, record.iri()))
                        .map(things::name),
                things.one(record.iri(), Dct.publisher),
                catalog(),
                facts.of(form, record.iri(), record.description()));
    }
}

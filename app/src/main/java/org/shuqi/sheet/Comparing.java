package org.shuqi.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.record.Descriptions;
import org.shuqi.sheet.Outcome.Status;
import org.shuqi.sheet.file.Line;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/**
 * Holds what a file says against what the registry has, column by column.
 *
 * <p>A cell that reads as the registry would write it changes nothing, whatever else could be said for the same value;
 * a column that the file does not have is left alone. So a file that was exported comes back without a change.
 */
final class Comparing {

    private final DatasetGraph now;
    private final Directory directory;
    private final Values values;

    Comparing(DatasetGraph now, Directory directory, Values values) {
        this.now = now;
        this.directory = directory;
        this.values = values;
    }

    /** What is found out about one thing, bit by bit. */
    private static final class Sums {
        private final List<Quad> removed = new ArrayList<>();
        private final List<Quad> added = new ArrayList<>();
        private final Set<String> changes = new LinkedHashSet<>();
        private final Map<Integer, Status> rows = new HashMap<>();
        private final Map<Integer, Node> items = new HashMap<>();
    }

    Outcome compare(Draft draft, Place place) {
        var sums = new Sums();
        var table = draft.table();
        if (!place.exists()) {
            sums.added.add(
                    quad(place.graph(), place.iri(), Rdf.type, draft.form().type()));
        }
        place.catalog()
                .filter(catalog -> !place.exists() || !now.contains(place.graph(), catalog, Dcat.dataset, place.iri()))
                .ifPresent(catalog -> sums.added.add(quad(place.graph(), catalog, Dcat.dataset, place.iri())));
        cells(draft, draft.unit().first(), "entry", draft.values(), place, sums);
        draft.nodes("system").forEach(system -> system(system, draft, sums));
        if (draft.form() == Form.AGREEMENT) {
            new Permission(now, draft, place).compare(sums.removed, sums.added, sums.changes);
        }
        var own = sums.changes.isEmpty() ? Status.SAME : Status.CHANGED;
        if (table.has("itemName")) {
            items(draft, place, sums);
        }
        return outcome(draft, place, sums, place.exists() ? own : Status.NEW);
    }

    private static Outcome outcome(Draft draft, Place place, Sums sums, Status own) {
        var touched = !sums.added.isEmpty() || !sums.removed.isEmpty();
        var status = own == Status.SAME && touched ? Status.CHANGED : own;
        sums.rows.merge(draft.unit().first().row(), own, (item, entry) -> item.compareTo(entry) > 0 ? item : entry);
        draft.unit().lines().forEach(line -> sums.rows.putIfAbsent(line.row(), own == Status.NEW ? own : Status.SAME));
        return new Outcome(draft, place, status, sums.changes, sums.removed, sums.added, sums.rows, sums.items);
    }

    /** Compares the cells of one row that are about one node. */
    private boolean cells(
            Draft draft, Line line, String part, Map<Column, Values.Meaning> meanings, Place place, Sums sums) {
        var before = sums.changes.size() + sums.added.size() + sums.removed.size();
        Reading.kept(draft.table(), part).forEach((column, at) -> {
            var meaning = meanings.get(column);
            if (meaning != null) {
                var isWrong = draft.hasFault(line.row(), column.key());
                cell(column, line.text(at), isWrong ? Values.Meaning.wrong("", "") : meaning, place, sums);
            }
        });
        return sums.changes.size() + sums.added.size() + sums.removed.size() > before;
    }

    /** A cell that is wrong changes nothing, but it differs from what is held unless it is that very text. */
    private void cell(Column column, String text, Values.Meaning meaning, Place place, Sums sums) {
        var property = column.property().orElseThrow();
        var graph = place.graph();
        var iri = place.iri();
        // nothing is held of what is new, and looking would cost more than all the rest
        var held = place.exists() ? held(column, graph, iri) : List.<Node>of();
        var wanted = meaning.nodes();
        if (Fold.key(values.written(column, held)).equals(Fold.key(text))
                || meaning.wrong().isEmpty() && Set.copyOf(held).equals(Set.copyOf(wanted))) {
            return;
        }
        sums.changes.add(column.header().zh());
        if (meaning.wrong().isEmpty()) {
            held.stream()
                    .filter(node -> !wanted.contains(node))
                    .forEach(node -> sums.removed.add(quad(graph, iri, property, node)));
            wanted.stream()
                    .filter(node -> !held.contains(node))
                    .forEach(node -> sums.added.add(quad(graph, iri, property, node)));
        }
    }

    /** The values that the column speaks of: texts of its language, or all values of its property. */
    List<Node> held(Column column, Node graph, Node iri) {
        var held = new ArrayList<Node>();
        now.find(graph, iri, column.property().orElseThrow(), Node.ANY).forEachRemaining(quad -> {
            if (isOf(column.kind(), quad.getObject())) {
                held.add(quad.getObject());
            }
        });
        return held;
    }

    private static boolean isOf(Content kind, Node value) {
        return switch (kind) {
            case ZH -> value.isLiteral() && !value.getLiteralLanguage().startsWith("en");
            case EN -> value.isLiteral() && value.getLiteralLanguage().startsWith("en");
            default -> true;
        };
    }

    /** A system that only a cell names so far is registered with its name, which is all that is said of it. */
    private void system(Node system, Draft draft, Sums sums) {
        directory
                .mintedName(system)
                .filter(name -> sums.changes.contains(
                        Columns.PUBLISHED.of(draft.form(), "system").header().zh()))
                .ifPresent(name -> {
                    var graph =
                            NodeFactory.createURI(system.getURI().replaceFirst("/system/([^/]*)$", "/graph/system/$1"));
                    sums.added.add(quad(graph, system, Rdf.type, Sq.InformationSystem));
                    sums.added.add(quad(graph, system, Dct.title, NodeFactory.createLiteralLang(name, "zh")));
                });
    }

    private void items(Draft draft, Place place, Sums sums) {
        var known = place.exists() ? known(place) : new Known(Map.of(), Map.of(), Set.of());
        var left = new TreeSet<>(known.all());
        var names = new HashSet<String>();
        for (var item : draft.items()) {
            var iri = item(draft, item, place, known, left, names);
            if (iri.isPresent()) {
                sums.items.put(item.line().row(), iri.get());
                item(
                        draft,
                        item,
                        place,
                        iri.get(),
                        known.all().contains(iri.get().toString()),
                        sums);
            }
        }
        for (var gone : left) {
            var node = NodeFactory.createURI(gone);
            sums.changes.add("信息项");
            sums.removed.add(quad(place.graph(), place.iri(), Sq.dataItem, node));
            Descriptions.of(node, now.getGraph(place.graph()))
                    .find()
                    .forEachRemaining(triple -> sums.removed.add(new Quad(place.graph(), triple)));
        }
    }

    private void item(Draft draft, Draft.Item item, Place place, Node iri, boolean exists, Sums sums) {
        if (!exists) {
            sums.added.add(quad(place.graph(), place.iri(), Sq.dataItem, iri));
            sums.added.add(quad(place.graph(), iri, Rdf.type, Sq.DataItem));
            sums.changes.add("信息项");
        }
        var own = new Place(iri, place.graph(), Optional.empty(), exists);
        var changed = cells(draft, item.line(), "item", levelled(draft, item), own, sums);
        if (!draft.table().has("itemLevel")
                && !(exists && now.contains(place.graph(), iri, Sq.securityLevel, Node.ANY))) {
            draft.nodes("level").forEach(level -> sums.added.add(quad(place.graph(), iri, Sq.securityLevel, level)));
        }
        sums.rows.put(item.line().row(), !exists ? Status.NEW : changed ? Status.CHANGED : Status.SAME);
    }

    /** The level written for the entry holds for its items that say none. */
    private static Map<Column, Values.Meaning> levelled(Draft draft, Draft.Item item) {
        var level = Columns.PUBLISHED.of(Form.ENTRY, "itemLevel");
        if (!draft.table().has("itemLevel")
                || !draft.table().text(item.line(), "itemLevel").isEmpty()) {
            return item.values();
        }
        var values = new HashMap<>(item.values());
        values.put(level, Values.Meaning.of(draft.nodes("level")));
        return values;
    }

    /** The items that an entry has, by name and by field. */
    private record Known(Map<String, String> byName, Map<String, String> byField, Set<String> all) {}

    private Known known(Place place) {
        var byName = new HashMap<String, String>();
        var byField = new HashMap<String, String>();
        var all = new TreeSet<String>();
        now.find(place.graph(), place.iri(), Sq.dataItem, Node.ANY).forEachRemaining(quad -> {
            if (quad.getObject().isURI()) {
                all.add(quad.getObject().toString());
            }
        });
        all.forEach(item -> {
            var node = NodeFactory.createURI(item);
            now.find(place.graph(), node, Dct.title, Node.ANY)
                    .forEachRemaining(title ->
                            byName.putIfAbsent(Fold.key(title.getObject().getLiteralLexicalForm()), item));
            now.find(place.graph(), node, Sq.fieldName, Node.ANY)
                    .forEachRemaining(field ->
                            byField.putIfAbsent(Fold.key(field.getObject().getLiteralLexicalForm()), item));
        });
        return new Known(byName, byField, all);
    }

    /** The item that a row means: the one of this name, else of this field, else a new one. */
    private static Optional<Node> item(
            Draft draft, Draft.Item item, Place place, Known known, Set<String> left, Set<String> names) {
        var name = draft.table().text(item.line(), "itemName");
        var field = draft.table().text(item.line(), "field");
        var there = Optional.ofNullable(known.byName().get(Fold.key(name)))
                .filter(left::contains)
                .or(() -> Optional.ofNullable(known.byField().get(Fold.key(field)))
                        .filter(left::contains));
        if (there.isPresent()) {
            left.remove(there.get());
            return there.map(NodeFactory::createURI);
        }
        if (name.isEmpty()) {
            return Optional.empty();
        }
        var slug = Fold.slug(field.matches("[A-Za-z][A-Za-z0-9_-]*") ? field : name);
        var local = slug;
        for (var at = 2; !names.add(local) || known.all().contains(place.iri() + "/item/" + local); at++) {
            local = slug + "-" + at;
        }
        return Optional.of(NodeFactory.createURI(place.iri() + "/item/" + local));
    }

    static Quad quad(Node graph, Node subject, Node property, Node value) {
        return new Quad(graph, subject, property, value);
    }
}

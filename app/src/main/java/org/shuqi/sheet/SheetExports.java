package org.shuqi.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.graph.Snapshot;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** Writes catalogues as the sheets that {@link Imports} reads. For one snapshot and one thread. */
public final class SheetExports {

    /** Where a file says who took it, when and why: a sheet, or a column; it is passed over when the file comes back. */
    public static final String ABOUT = "导出说明 about";

    private final Snapshot now;
    private final Directory directory;
    private final Values values;
    private final List<Column> columns = Columns.PUBLISHED.of(Form.ENTRY);

    /** For one revision of a registry whose IRIs begin so. */
    public SheetExports(Snapshot now, String baseIri) {
        this.now = now;
        this.directory = new Directory(now.union(), baseIri);
        this.values = new Values(directory);
    }

    /**
     * The same in one cell: the heading of a last column, which stays empty. A table in one file has no other place for it
     * that neither shifts nor adds a row, and a table without rows has one too.
     *
     * @param about names and values
     */
    public static String heading(List<List<String>> about) {
        return about.stream()
                .filter(line -> !line.get(1).isEmpty())
                .map(line -> String.join(" ", line))
                .collect(Collectors.joining("; ", ABOUT + ": ", ""));
    }

    /** Whether a heading is such a one. */
    static boolean isAbout(String heading) {
        return heading.startsWith(ABOUT + ":");
    }

    /** What a file is written as. */
    public enum Format {
        XLSX,
        CSV;

        /** The format of this name. */
        public static Optional<Format> named(String name) {
            return java.util.Arrays.stream(values())
                    .filter(each -> each.name().equals(name.toUpperCase(Locale.ROOT)))
                    .findFirst();
        }

        Pen pen(OutputStream out, List<List<String>> about) throws IOException {
            return this == XLSX ? new Pen.Xlsx(out, about) : new Pen.Csv(out, about);
        }
    }

    /**
     * Writes a catalogue: a row for each item, and what is about the entry in each of them.
     *
     * @return how many entries
     * @throws Refusal UNKNOWN if there is no such catalogue
     */
    public long catalog(Node catalog, Format format, OutputStream out) {
        return catalog(catalog, format, List.of(), out);
    }

    /**
     * Writes a catalogue, and where the file comes from.
     *
     * @param about names and values
     */
    public long catalog(Node catalog, Format format, List<List<String>> about, OutputStream out) {
        var graph = graphOf(catalog);
        try (var pen = format.pen(out, about)) {
            pen.sheet(Form.ENTRY.title().zh(), columns);
            var entries = entries(catalog);
            for (var entry : entries) {
                write(pen, home(entry, graph), NodeFactory.createURI(entry));
            }
            return entries.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes an empty template: the sheets with their headers.
     *
     * @throws Refusal UNKNOWN if there is no such template; NOT_ACCEPTABLE if csv is to hold more than one sheet
     */
    public static void template(String name, Format format, OutputStream out) {
        var forms = Form.ofTemplate(name)
                .orElseThrow(() -> Refusal.of(
                        Kind.UNKNOWN, "没有模板 `%s`；可选：%s", "no template `%s`; there are: %s", name, Form.Template.all()));
        if (format == Format.CSV && forms.size() > 1) {
            throw Refusal.of(
                    Kind.NOT_ACCEPTABLE,
                    "模板 `%s` 有 %d 个工作表，csv 只能放一个；请取 xlsx",
                    "the template `%s` has %d sheets and csv holds one; take xlsx",
                    name,
                    forms.size());
        }
        try (var pen = format.pen(out, List.of())) {
            for (var form : forms) {
                pen.sheet(form.title().zh(), Columns.PUBLISHED.of(form));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The published table of columns as plain values, for JSON. */
    public static List<Map<String, Object>> columns() {
        var all = new ArrayList<Map<String, Object>>();
        for (var form : Form.values()) {
            for (var column : Columns.PUBLISHED.of(form)) {
                all.add(form(column));
            }
        }
        return all;
    }

    private static Map<String, Object> form(Column column) {
        var form = new java.util.LinkedHashMap<String, Object>();
        form.put("form", column.form().id());
        form.put("key", column.key());
        form.put("part", column.part());
        column.property().ifPresent(property -> form.put("property", property.getURI()));
        form.put("kind", column.kind().name().toLowerCase(Locale.ROOT));
        if (!column.list().isEmpty()) {
            form.put("codeList", Sq.scheme(column.list()).getURI());
        }
        form.put("needed", column.needed());
        form.put("many", column.many());
        form.put(
                "header",
                Map.of("zh", column.header().zh(), "en", column.header().en()));
        form.put("aliases", column.aliases());
        return form;
    }

    private Node graphOf(Node catalog) {
        var graphs = new TreeSet<String>();
        now.dataset()
                .find(Node.ANY, catalog, Rdf.type, Dcat.Catalog)
                .forEachRemaining(quad -> graphs.add(quad.getGraph().toString()));
        if (graphs.isEmpty()) {
            throw Refusal.of(
                    Kind.UNKNOWN, "没有目录 `%s`；请核对编号", "no catalogue `%s`; check the identifier", catalog.toString());
        }
        return NodeFactory.createURI(graphs.first());
    }

    /** In the order of their codes. */
    private List<String> entries(Node catalog) {
        var entries = new ArrayList<String>();
        now.union().find(catalog, Dcat.dataset, Node.ANY).forEachRemaining(triple -> {
            if (triple.getObject().isURI() && now.union().contains(triple.getObject(), Rdf.type, Dcat.Dataset)) {
                entries.add(triple.getObject().toString());
            }
        });
        entries.sort(java.util.Comparator.comparing(this::code).thenComparing(entry -> entry));
        return entries;
    }

    private String code(String entry) {
        return now.union().find(NodeFactory.createURI(entry), Dct.identifier, Node.ANY).toList().stream()
                .map(triple -> triple.getObject().toString())
                .sorted()
                .findFirst()
                .orElse("");
    }

    private Node home(String entry, Node graph) {
        var iri = NodeFactory.createURI(entry);
        if (now.dataset().contains(graph, iri, Rdf.type, Node.ANY)) {
            return graph;
        }
        var quads = now.dataset().find(Node.ANY, iri, Rdf.type, Dcat.Dataset);
        return quads.hasNext() ? quads.next().getGraph() : graph;
    }

    private void write(Pen pen, Node graph, Node entry) throws IOException {
        var comparing = new Comparing(now.dataset(), directory, values);
        var own = new ArrayList<String>();
        columns.forEach(column -> own.add(column.isOf("entry") ? cell(comparing, column, graph, entry) : ""));
        var items = new TreeSet<String>();
        now.dataset()
                .find(graph, entry, Sq.dataItem, Node.ANY)
                .forEachRemaining(quad -> items.add(quad.getObject().toString()));
        if (items.isEmpty()) {
            pen.row(own);
        }
        for (var item : items) {
            var row = new ArrayList<>(own);
            for (var at = 0; at < columns.size(); at++) {
                if (columns.get(at).isOf("item")) {
                    row.set(at, cell(comparing, columns.get(at), graph, NodeFactory.createURI(item)));
                }
            }
            pen.row(row);
        }
    }

    private String cell(Comparing comparing, Column column, Node graph, Node node) {
        if (column.kind() == Content.ORGCODE) {
            return now.dataset().getGraph(graph).find(node, Dct.publisher, Node.ANY).toList().stream()
                    .flatMap(triple -> directory.numbers(triple.getObject()).stream())
                    .findFirst()
                    .orElse("");
        }
        return column.property().isEmpty() ? "" : values.written(column, comparing.held(column, graph, node));
    }
}

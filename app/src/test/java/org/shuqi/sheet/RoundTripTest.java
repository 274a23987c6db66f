package org.shuqi.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.Demo;
import org.shuqi.access.Caller;
import org.shuqi.change.Change;
import org.shuqi.graph.Delta;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;
import org.shuqi.sheet.ImportReport.Verdict;
import org.shuqi.sheet.SheetExports.Format;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Rdf;

/** What goes out as a file comes back without a change, whatever is odd about the entries. */
class RoundTripTest {

    @TempDir
    static Path data;

    private static Registry registry;

    @BeforeAll
    static void open() {
        registry = Registry.open(Settings.of(data));
        var quads = new ArrayList<Quad>();
        Demo.dataset().find().forEachRemaining(quads::add);
        registry.changes()
                .apply(new Change("demo", OptionalLong.empty(), now -> new Delta(List.of(), quads)), Caller.operator());
    }

    @AfterAll
    static void close() {
        registry.close();
    }

    @Test
    void everyCatalogueOfTheDemoComesBackWithoutAChange() {
        var catalogs = catalogs();
        assertThat(catalogs).hasSizeGreaterThan(10);

        catalogs.forEach(catalog -> {
            for (var format : Format.values()) {
                var report = imported(catalog, exported(catalog, format), ImportOrder.Mode.ALL);

                assertThat(report.verdict())
                        .as(catalog + " " + format + told(report))
                        .isEqualTo(Verdict.UNCHANGED);
                assertThat(report.gone()).as(catalog).isEmpty();
                assertThat(report.faults()).as(catalog).isZero();
            }
        });
    }

    @Test
    void anEmptyTemplateIsReadAsATableWithoutRows() {
        var out = new ByteArrayOutputStream();
        SheetExports.template("db15-t-1876", Format.XLSX, out);

        var report = imported("catalog/nc-police", out.toByteArray(), ImportOrder.Mode.ALL);

        assertThat(report.verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(report.rows()).isEmpty();
        assertThat(report.findings()).as(told(report)).isEmpty();
    }

    private static String told(ImportReport report) {
        var told = new StringBuilder();
        report.findings().stream().limit(10).forEach(each -> told.append("\n").append(each));
        report.rows().stream()
                .filter(row -> row.thing() != Outcome.Status.SAME)
                .limit(10)
                .forEach(row -> told.append("\n").append(row));
        return told.toString();
    }

    private static ImportReport imported(String catalog, byte[] file, ImportOrder.Mode mode) {
        var order = new ImportOrder(file, "csv", mode, Optional.empty(), Optional.of(catalog), "test");
        return new Imports(registry.store(), registry.changes(), Demo.BASE).run(order, Caller.operator());
    }

    private static byte[] exported(String catalog, Format format) {
        var out = new ByteArrayOutputStream();
        try (var now = registry.store().read()) {
            new SheetExports(now, Demo.BASE).catalog(NodeFactory.createURI(catalog), format, out);
        }
        return out.toByteArray();
    }

    private static TreeSet<String> catalogs() {
        var catalogs = new TreeSet<String>();
        try (var now = registry.store().read()) {
            now.union()
                    .find(Node.ANY, Rdf.type, Dcat.Catalog)
                    .forEachRemaining(triple -> catalogs.add(triple.getSubject().getURI()));
        }
        return catalogs;
    }
}

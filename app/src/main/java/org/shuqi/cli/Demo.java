package org.shuqi.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.shuqi.access.Caller;
import org.shuqi.exchange.LoadReport;
import org.shuqi.exchange.Loading;
import org.shuqi.exchange.Order;
import org.shuqi.exchange.Progress;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Problem;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.registry.Registry;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Rdf;

/** The invented city that comes with the program. */
final class Demo {

    private Demo() {}

    /** Loads it, unless the registry has entries of its own. */
    static void load(Registry registry, Terminal terminal) {
        if (hasEntries(registry)) {
            terminal.complain(
                    Text.of("登记库中已有目录条目，未载入演示数据", "the registry has entries already; the demo data were not loaded"));
            return;
        }
        try {
            var folder = Demo.class.getResource("/seed");
            if (folder == null) {
                throw Refusal.of(Kind.BROKEN, "程序中没有演示数据；请重新构建", "this build has no demo data; build it again");
            }
            load(folder.toURI(), registry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void load(URI folder, Registry registry) throws IOException {
        if (folder.getScheme().equals("jar")) {
            try (var jar = FileSystems.newFileSystem(folder, Map.of())) {
                load(jar.getPath("/seed"), registry);
            }
        } else {
            load(Path.of(folder), registry);
        }
    }

    private static void load(Path folder, Registry registry) throws IOException {
        // one change, so that the order does not matter
        var files = Files.readAllLines(folder.resolve("files.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> folder.resolve(line.strip()))
                .toList();
        var order = new Order(files, Optional.empty(), Optional.empty(), false, "demo", Progress.SILENT);
        var base = registry.settings().baseIri();
        var report = new Loading(registry.store(), registry.changes(), base).load(order, Caller.operator());
        if (report.verdict() != LoadReport.Verdict.WRITTEN) {
            throw new Refusal(new Problem(
                    Kind.BROKEN,
                    Text.of("演示数据不符合规则", "the demo data break the rules"),
                    report.receipt().findings()));
        }
    }

    private static boolean hasEntries(Registry registry) {
        try (var now = registry.store().read()) {
            return now.union().contains(Node.ANY, Rdf.type, Dcat.Dataset);
        }
    }
}

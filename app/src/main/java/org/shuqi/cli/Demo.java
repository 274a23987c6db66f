package org.shuqi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        Scratch.use("shuqi-demo-", folder -> {
            load(copies(folder), registry);
            return folder;
        });
    }

    private static void load(List<Path> files, Registry registry) {
        // one change, so that the order does not matter
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

    /** The files out of the jar, where others may have the same jar open. */
    private static List<Path> copies(Path folder) {
        try (var list = resource("files.txt")) {
            var names = new String(list.readAllBytes(), UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty() && !name.startsWith("#"))
                    .toList();
            for (var name : names) {
                try (var in = resource(name)) {
                    Files.copy(in, folder.resolve(name));
                }
            }
            return names.stream().map(folder::resolve).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        var resource = Demo.class.getResourceAsStream("/seed/" + name);
        if (resource == null) {
            throw Refusal.of(Kind.BROKEN, "程序中没有演示数据；请重新构建", "this build has no demo data; build it again");
        }
        return resource;
    }

    private static boolean hasEntries(Registry registry) {
        try (var now = registry.store().read()) {
            return now.union().contains(Node.ANY, Rdf.type, Dcat.Dataset);
        }
    }
}

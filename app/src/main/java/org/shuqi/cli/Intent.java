package org.shuqi.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.shuqi.exchange.LoadReport;
import org.shuqi.exchange.Mapping;
import org.shuqi.exchange.Order;
import org.shuqi.exchange.Progress;
import org.shuqi.exchange.dcat.DcatUs;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that loading and validating share: which files, and how to read them. */
final class Intent {

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "files")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--mapping", paramLabel = "NAME", descriptionKey = "mapping")
    private Optional<Foreign> mapping = Optional.empty();

    @Option(names = "--graph", paramLabel = "IRI", descriptionKey = "graph")
    private Optional<String> graph = Optional.empty();

    @Option(names = "--valid-only", descriptionKey = "validOnly")
    private boolean validOnly;

    @Option(names = "--report", paramLabel = "FILE", descriptionKey = "report")
    private Optional<Path> report = Optional.empty();

    /** Foreign formats, as they are written after {@code --mapping}. */
    enum Foreign {
        DCAT_US(new DcatUs());

        private final Mapping mapping;

        Foreign(Mapping mapping) {
            this.mapping = mapping;
        }

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** Refuses before a registry is opened what can be refused by then. */
    void requireUsable() {
        graph.ifPresent(Intent::requireIri);
        report.map(Path::toAbsolutePath)
                .map(Path::getParent)
                .filter(folder -> !Files.isDirectory(folder))
                .ifPresent(folder -> {
                    throw Refusal.of(Kind.UNUSABLE, "没有文件夹 `%s`；请先建立", "no folder `%s`; create it first", folder);
                });
        files.stream().filter(file -> !Files.exists(file)).findFirst().ifPresent(file -> {
            throw Refusal.of(Kind.UNUSABLE, "没有文件 `%s`；请核对路径", "no file `%s`; check the path", file);
        });
    }

    Order order(String reason, Progress progress) {
        return new Order(files, mapping.map(foreign -> foreign.mapping), graph, validOnly, reason, progress);
    }

    List<String> names() {
        return files.stream().map(Path::toString).toList();
    }

    /** Writes the report where {@code --report} says. */
    void write(LoadReport told, Terminal terminal) {
        report.ifPresent(file -> {
            try {
                new ObjectMapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValue(file.toFile(), told.form(terminal.language()));
            } catch (IOException e) {
                throw Refusal.of(
                        Kind.BROKEN,
                        "报告 `%s` 写不出：%s",
                        "the report `%s` cannot be written: %s",
                        file,
                        String.valueOf(e.getMessage()));
            }
        });
    }

    private static void requireIri(String graph) {
        try {
            var iri = IRIx.create(graph);
            if (iri.isReference() && !iri.hasViolations()) {
                return;
            }
        } catch (IRIException malformed) {
            // told below
        }
        throw Refusal.of(
                Kind.UNUSABLE,
                "`--graph` 的 `%s` 不是完整的 IRI；请写全",
                "`%s` after `--graph` is not a whole IRI; write it in full",
                graph);
    }
}

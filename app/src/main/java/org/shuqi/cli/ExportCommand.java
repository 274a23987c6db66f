package org.shuqi.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.jena.riot.Lang;
import org.shuqi.access.Caller;
import org.shuqi.exchange.Exports;
import org.shuqi.journal.Entry;
import org.shuqi.journal.Journal;
import org.shuqi.journal.Said;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.record.RecordKind;
import org.shuqi.registry.Registry;
import org.shuqi.sheet.SheetExports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes out what the registry holds. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {

    private static final Map<String, Lang> BY_ENDING = Map.of(
            "trig", Lang.TRIG,
            "nq", Lang.NQUADS,
            "ttl", Lang.TURTLE,
            "nt", Lang.NTRIPLES,
            "jsonld", Lang.JSONLD,
            "rdf", Lang.RDFXML);

    @Mixin
    private final Place place = new Place();

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format")
    private Optional<Form> format = Optional.empty();

    @Option(names = "--graph", paramLabel = "IRI", descriptionKey = "export.graph")
    private Optional<String> graph = Optional.empty();

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "kind")
    private Optional<String> kind = Optional.empty();

    @Option(names = "--catalog", paramLabel = "CATALOG", descriptionKey = "export.catalog")
    private Optional<String> catalog = Optional.empty();

    @Option(names = "--all", descriptionKey = "all")
    private boolean all;

    @Option(names = "--known-at", paramLabel = "N", descriptionKey = "export.knownAt")
    private Optional<Long> knownAt = Optional.empty();

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "export.reason")
    private String reason = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "output")
    private Optional<Path> output = Optional.empty();

    private final Terminal terminal;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Syntaxes, as they are written after {@code --format}. */
    enum Form {
        trig(Lang.TRIG),
        nquads(Lang.NQUADS),
        turtle(Lang.TURTLE),
        ntriples(Lang.NTRIPLES),
        jsonld(Lang.JSONLD),
        rdfxml(Lang.RDFXML),
        xlsx(Lang.RDFNULL),
        csv(Lang.RDFNULL);

        private final Lang lang;

        Form(Lang lang) {
            this.lang = lang;
        }

        boolean isSheet() {
            return this == xlsx || this == csv;
        }
    }

    @Override
    public Integer call() {
        if (catalog.isPresent()) {
            return sheet(catalog.get());
        }
        format.filter(Form::isSheet).ifPresent(form -> {
            throw Refusal.of(
                    Kind.UNUSABLE, "`%s` 只用于导出一个目录；请加 --catalog", "`%s` is for one catalogue; add --catalog", form);
        });
        if (graph.isPresent() && kind.isPresent()) {
            throw Refusal.of(
                    Kind.UNUSABLE, "`--graph` 与 `--kind` 只能选一个", "`--graph` and `--kind` exclude each other; take one");
        }
        var choice = new Exports.Choice(graph, kind.map(ExportCommand::kind), all);
        try (var registry = place.openExisting()) {
            write(registry, choice);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Exit.FINE;
    }

    private Integer sheet(String named) {
        var wanted = format.map(Form::name)
                .or(() -> output.map(ExportCommand::ending))
                .flatMap(SheetExports.Format::named)
                .orElse(SheetExports.Format.XLSX);
        try (var registry = place.openExisting();
                var now = knownAt.isPresent()
                        ? registry.store().readAt(knownAt.get())
                        : registry.store().read();
                var out = Output.to(output, terminal)) {
            var iri = registry.records().iri(RecordKind.CATALOGS, named);
            var about = noted(registry, now.revision(), "catalog " + named, wanted.name()).stream()
                    .map(said -> List.of(said.name().in(terminal.language()), said.value()))
                    .toList();
            var count = new SheetExports(now, place.baseIri).catalog(iri, wanted, about, out);
            output.ifPresent(file -> terminal.say(Text.of(
                    "已导出 %d 个条目到 `%s`，修订 %d", "%d entries written to `%s`, revision %d", count, file, now.revision())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Exit.FINE;
    }

    private void write(Registry registry, Exports.Choice choice) throws IOException {
        var store = registry.store();
        try (var now = knownAt.isPresent() ? store.readAt(knownAt.get()) : store.read();
                var out = Output.to(output, terminal)) {
            var what = choice.graph()
                    .map(name -> "graph " + name)
                    .or(() -> kind.map(name -> "kind " + name))
                    .orElse(all ? "all" : "registry");
            var about = noted(registry, now.revision(), what, lang().getName()).stream()
                    .map(said -> said.name().in(terminal.language()) + ": " + said.value())
                    .toList();
            var count = new Exports(now).write(choice, lang(), about, out);
            output.ifPresent(file -> terminal.say(Text.of(
                    "已导出 %d 条陈述到 `%s`，修订 %d",
                    "%d statements written to `%s`, revision %d", count, file, now.revision())));
        }
    }

    /**
     * The line is in the journal before the first byte is out. What goes to another program carries no remarks: it may
     * compare it line by line.
     */
    private List<Said> noted(Registry registry, long revision, String what, String format) {
        var operator = Caller.operator();
        var entry = registry.journal()
                .add(new Journal.Note(
                        Entry.Sort.EXPORT,
                        operator.id(),
                        operator.person(),
                        Journal.reason(reason),
                        "shuqi export: " + what,
                        Map.of("format", format, "revision", Long.toString(revision))));
        return output.isEmpty()
                ? List.of()
                : Said.of(entry.number(), entry.actor(), entry.at(), entry.reason(), revision);
    }

    private Lang lang() {
        return format.map(form -> form.lang)
                .or(() -> output.map(ExportCommand::ending).map(BY_ENDING::get))
                .orElse(Lang.TRIG);
    }

    private static String ending(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static RecordKind kind(String name) {
        return RecordKind.at(name)
                .orElseThrow(() -> Refusal.of(
                        Kind.UNUSABLE,
                        "没有 `%s` 这类记录；可选：%s",
                        "no kind of record `%s`; there are: %s",
                        name,
                        Arrays.stream(RecordKind.values()).map(RecordKind::path).collect(Collectors.joining(", "))));
    }
}

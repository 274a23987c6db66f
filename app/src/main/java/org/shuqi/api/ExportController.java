package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.shuqi.access.Caller;
import org.shuqi.exchange.Exports;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Filed;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;
import org.shuqi.sheet.SheetExports;

/** Catalogues and empty templates as files. */
@Controller("/api/v1/exports")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ExportController {

    private static final Map<String, Lang> RDF = Map.of(
            "ttl", Lang.TURTLE, "nt", Lang.NTRIPLES, "jsonld", Lang.JSONLD, "rdf", Lang.RDFXML, "trig", Lang.TRIG);

    private static final Map<String, String> TYPES = Map.of(
            "xlsx", SheetBody.XLSX,
            "csv", SheetBody.CSV + ";charset=utf-8",
            "ttl", "text/turtle",
            "nt", "application/n-triples",
            "jsonld", "application/ld+json",
            "rdf", "application/rdf+xml",
            "trig", "application/trig");

    private final Store store;
    private final Records records;
    private final Settings settings;
    private final Handouts handouts;

    ExportController(Store store, Records records, Settings settings, Handouts handouts) {
        this.handouts = handouts;
        this.store = store;
        this.records = records;
        this.settings = settings;
    }

    @Get("/catalogs/{+file}")
    HttpResponse<?> catalog(String file, HttpRequest<?> request, Caller caller) {
        var ending = ending(file);
        var record = records.read(RecordKind.CATALOGS, file.substring(0, file.length() - ending.length() - 1));
        try (var now = store.read()) {
            var handout = handouts.note(request, caller, ending, now.revision());
            var said = handout.lines().stream()
                    .map(line -> List.of(line.name().in(Tongue.of(request)), line.value()))
                    .toList();
            var reply = Spool.poured(
                    TYPES.getOrDefault(ending, ""),
                    "catalog." + ending,
                    now.revision(),
                    out -> write(now, record, ending, said, out));
            return handout.on(reply, request);
        }
    }

    /** An empty template shows nothing of the registry, and is noted nowhere. */
    @Get("/templates/{+file}")
    HttpResponse<?> template(String file) {
        var ending = ending(file);
        var name = file.substring(0, file.length() - ending.length() - 1);
        var format = SheetExports.Format.named(ending).orElseThrow(() -> noEnding(ending));
        return Spool.poured(
                TYPES.getOrDefault(ending, ""),
                name + "." + ending,
                store.revision(),
                out -> SheetExports.template(name, format, out));
    }

    private void write(Snapshot now, Filed record, String ending, List<List<String>> said, OutputStream out)
            throws IOException {
        var format = SheetExports.Format.named(ending);
        if (format.isPresent()) {
            new SheetExports(now, settings.baseIri()).catalog(record.iri(), format.get(), said, out);
            return;
        }
        new Exports(now)
                .write(
                        new Exports.Choice(Optional.of(record.graph().toString()), Optional.empty(), false),
                        RDF.getOrDefault(ending, Lang.TRIG),
                        said.stream().map(line -> String.join(": ", line)).toList(),
                        out);
    }

    private static String ending(String file) {
        var ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (file.indexOf('.') < 0 || !TYPES.containsKey(ending)) {
            throw noEnding(ending);
        }
        return ending;
    }

    private static Refusal noEnding(String ending) {
        return Refusal.of(
                Kind.UNKNOWN,
                "不能导出为 `%s`；可用 %s",
                "there is no export as `%s`; there are %s",
                ending,
                String.join(", ", new java.util.TreeSet<>(TYPES.keySet())));
    }
}

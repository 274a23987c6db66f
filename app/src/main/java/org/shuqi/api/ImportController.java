package org.shuqi.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.shuqi.access.Caller;
import org.shuqi.change.Changes;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;
import org.shuqi.registry.Settings;
import org.shuqi.sheet.ImportOrder;
import org.shuqi.sheet.ImportReport;
import org.shuqi.sheet.Imports;
import org.shuqi.sheet.Marked;
import org.shuqi.sheet.SheetExports;

/** Files of records: tried unless the caller says otherwise, and answered with what each row comes to. */
@Controller("/api/v1/imports")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ImportController {

    private static final Set<String> PARAMETERS = Set.of("mode", "template", "catalog", "mapping", "name", "reason");
    private static final Set<String> SHEETS = Set.of(
            SheetBody.XLSX,
            SheetBody.CSV,
            "application/csv",
            "application/vnd.ms-excel",
            "application/octet-stream",
            "");

    private final Imports imports;
    private final RdfImports rdf;

    ImportController(Store store, Changes changes, Settings settings) {
        this.imports = new Imports(store, changes, settings.baseIri());
        this.rdf = new RdfImports(store, changes, settings.baseIri());
    }

    @Post
    HttpResponse<byte[]> post(HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        requireKnown(request);
        var mode = mode(request);
        var file = SheetBody.of(request, Bytes.of(body));
        var reason = Etags.terms(request, caller, "import " + file.table()).reason();
        if (SHEETS.contains(file.type())) {
            var wanted = Accept.best(request, List.of(MediaType.APPLICATION_JSON, Problems.MEDIA_TYPE, SheetBody.XLSX));
            var order = new ImportOrder(
                    file.bytes(),
                    file.table(),
                    mode,
                    request.getParameters().getFirst("template").filter(name -> !name.equals("auto")),
                    request.getParameters().getFirst("catalog"),
                    reason);
            return reply(request, imports.run(order, caller), wanted.equals(SheetBody.XLSX));
        }
        return rdf.run(request, file, mode, reason, caller);
    }

    /** The headers that sheets may have. */
    @Get("/columns")
    HttpResponse<byte[]> columns(HttpRequest<?> request) {
        Format.wanted(request, List.of(Format.JSON));
        return Replies.json(SheetExports.columns());
    }

    private static HttpResponse<byte[]> reply(HttpRequest<?> request, ImportReport report, boolean asWorkbook) {
        var refused = report.verdict() == ImportReport.Verdict.REFUSED && report.mode() != ImportOrder.Mode.DRY_RUN;
        var revision = Long.toString(report.revision());
        if (asWorkbook) {
            return Replies.of(
                            refused ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK,
                            SheetBody.XLSX,
                            workbook(report, Tongue.of(request)))
                    .header("Content-Disposition", "attachment; filename=\"findings.xlsx\"")
                    .header(Revisions.REVISION, revision);
        }
        if (!refused) {
            return Replies.json(report.form(), report.revision());
        }
        var problem = Problems.body(report.problem(), Tongue.of(request));
        problem.put("instance", request.getUri().getRawPath());
        problem.set("import", JsonTree.tree(report.form()));
        return Replies.of(HttpStatus.UNPROCESSABLE_ENTITY, Problems.MEDIA_TYPE, JsonTree.bytes(problem))
                .header(Revisions.REVISION, revision);
    }

    private static byte[] workbook(ImportReport report, Locale language) {
        var out = new ByteArrayOutputStream();
        try {
            new Marked(report, language).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static ImportOrder.Mode mode(HttpRequest<?> request) {
        var named = request.getParameters().getFirst("mode").orElse("dry-run");
        return Arrays.stream(ImportOrder.Mode.values())
                .filter(each -> word(each).equals(named))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        Kind.UNUSABLE,
                        "`mode` 的值 `%s` 不可用；可用 dry-run（只检查）、all（全部写入）、valid（写入无误的行）",
                        "`mode` is `%s`; use dry-run (look only), all (write everything) or valid (write the rows in order)",
                        named));
    }

    static String word(ImportOrder.Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void requireKnown(HttpRequest<?> request) {
        var strange = new TreeSet<>(request.getParameters().names());
        strange.removeAll(PARAMETERS);
        Optional.of(strange).filter(names -> !names.isEmpty()).ifPresent(names -> {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "不认识参数 `%s`；可用 %s",
                    "the parameter `%s` is not known; there are %s",
                    names.first(),
                    String.join(", ", new TreeSet<>(PARAMETERS)));
        });
    }
}

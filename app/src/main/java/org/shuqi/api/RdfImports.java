package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shuqi.access.Caller;
import org.shuqi.change.Changes;
import org.shuqi.exchange.LoadReport;
import org.shuqi.exchange.Loading;
import org.shuqi.exchange.Mapping;
import org.shuqi.exchange.Order;
import org.shuqi.exchange.Progress;
import org.shuqi.exchange.dcat.DcatUs;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Problem;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.record.JsonTree;
import org.shuqi.sheet.ImportOrder;

/** Catalogues in RDF, and in the JSON of other registers, by the same address as spreadsheets. */
final class RdfImports {

    private static final Map<String, Mapping> MAPPINGS = Map.of("dcat-us", new DcatUs());
    private static final Map<String, String> ENDINGS = Map.of(
            "text/turtle", ".ttl",
            "application/trig", ".trig",
            "application/n-triples", ".nt",
            "application/n-quads", ".nq",
            "application/rdf+xml", ".rdf",
            "application/ld+json", ".jsonld",
            "application/json", ".json");

    private final Loading loading;

    RdfImports(Store store, Changes changes, String baseIri) {
        this.loading = new Loading(store, changes, baseIri);
    }

    HttpResponse<byte[]> run(
            HttpRequest<?> request, SheetBody file, ImportOrder.Mode mode, String reason, Caller caller) {
        Accept.best(request, List.of(Format.JSON.mediaType(), Problems.MEDIA_TYPE));
        var ending = Optional.ofNullable(ENDINGS.get(file.type())).orElseThrow(() -> unknown(file.type()));
        if (file.bytes().length == 0) {
            throw Refusal.of(Kind.MALFORMED, "文件是空的；请核对内容", "the file is empty; check what it should hold");
        }
        var folder = spooled(file, ending);
        try {
            var order = new Order(
                    List.of(folder.resolve(name(file, ending))),
                    mapping(request),
                    Optional.empty(),
                    mode == ImportOrder.Mode.VALID,
                    reason,
                    Progress.SILENT);
            return reply(
                    request,
                    mode == ImportOrder.Mode.DRY_RUN ? loading.rehearse(order, caller) : loading.load(order, caller),
                    mode,
                    folder);
        } finally {
            removed(folder);
        }
    }

    private static HttpResponse<byte[]> reply(
            HttpRequest<?> request, LoadReport report, ImportOrder.Mode mode, Path folder) {
        var form = report.form(Tongue.of(request));
        form.put("mode", ImportController.word(mode));
        form.put("written", report.verdict() == LoadReport.Verdict.WRITTEN);
        // where the file was put for reading is nobody's business
        var text = JsonTree.tree(form).toString().replace(folder + "/", "");
        var plain = JsonTree.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        if (report.verdict() != LoadReport.Verdict.REFUSED || mode == ImportOrder.Mode.DRY_RUN) {
            return Replies.json(plain, report.receipt().revision());
        }
        var problem = Problems.body(
                new Problem(
                        Kind.INVALID,
                        Text.of(
                                "文件有 %d 处不符合规则，未写入任何数据；请按报告改正后重试",
                                "the file breaks a rule in %d places and nothing was written; mend them as the report says",
                                report.receipt().findingsTotal()),
                        report.receipt().findings()),
                Tongue.of(request));
        problem.put("instance", request.getUri().getRawPath());
        problem.set("import", plain);
        return Replies.of(HttpStatus.UNPROCESSABLE_ENTITY, Problems.MEDIA_TYPE, JsonTree.bytes(problem))
                .header(Revisions.REVISION, Long.toString(report.receipt().revision()));
    }

    private static Optional<Mapping> mapping(HttpRequest<?> request) {
        return request.getParameters().getFirst("mapping").map(name -> Optional.ofNullable(MAPPINGS.get(name))
                .orElseThrow(() -> Refusal.of(
                        Kind.UNUSABLE,
                        "没有映射 `%s`；可选：%s",
                        "no mapping `%s`; there are: %s",
                        name,
                        String.join(", ", MAPPINGS.keySet()))));
    }

    private static Path spooled(SheetBody file, String ending) {
        try {
            var folder = Files.createTempDirectory("shuqi-import-");
            Files.write(folder.resolve(name(file, ending)), file.bytes());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What no record owns goes to a graph named after the file, so the name is the caller's. */
    private static String name(SheetBody file, String ending) {
        var bare = file.table().replaceAll("[^\\p{L}\\p{N}_-]+", "-");
        return (bare.equals("csv") ? "body" : bare) + ending;
    }

    private static void removed(Path folder) {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refusal unknown(String type) {
        return Refusal.of(
                Kind.UNSUPPORTED,
                "不支持 Content-Type `%s`；可用 %s、%s 或 %s",
                "the Content-Type `%s` is not understood; use %s, %s or one of %s",
                type,
                SheetBody.XLSX,
                SheetBody.CSV,
                String.join(", ", new java.util.TreeSet<>(ENDINGS.keySet())));
    }
}

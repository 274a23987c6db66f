package org.shuqi.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import org.shuqi.access.Caller;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Intake;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;

/** Records of every kind: one set of routes for all. */
@Controller("/api/v1/{kind}")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RecordController {

    private final Records records;

    RecordController(Records records) {
        this.records = records;
    }

    @Get
    HttpResponse<byte[]> list(String kind, HttpRequest<?> request) {
        var of = kind(kind);
        var format = Format.wanted(request, Format.DATA);
        return Pages.of(of, records, request, format);
    }

    @Post
    HttpResponse<byte[]> create(String kind, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var of = kind(kind);
        var format = Format.wanted(request, Format.DATA);
        var draft = body(request, Bytes.of(body), records.baseIri());
        var written = records.create(of, draft, Etags.terms(request, caller, "POST " + kind));
        return Replies.written(of, written, records, request, format);
    }

    @Get("/{+id}")
    HttpResponse<?> read(String kind, String id, HttpRequest<?> request) {
        var of = kind(kind);
        var format = Format.wanted(request, Format.DATA);
        var record = records.read(of, id);
        if (Etags.isKnown(request, Etags.of(record.tag()))) {
            return HttpResponse.notModified()
                    .header("ETag", Etags.of(record.tag()))
                    .header(Revisions.REVISION, Long.toString(record.revision()));
        }
        return Replies.record(HttpStatus.OK, record, format);
    }

    @Put("/{+id}")
    HttpResponse<byte[]> put(
            String kind, String id, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var of = kind(kind);
        var format = Format.wanted(request, Format.DATA);
        var draft = body(request, Bytes.of(body), records.iri(of, id).getURI());
        var written = records.put(of, id, draft, Etags.terms(request, caller, "PUT " + kind + "/" + id));
        return Replies.written(of, written, records, request, format);
    }

    @Patch("/{+id}")
    HttpResponse<byte[]> patch(
            String kind, String id, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var of = kind(kind);
        var format = Format.wanted(request, Format.DATA);
        var type = MediaTypes.of(request);
        if (!type.equals("application/merge-patch+json") && !type.equals("application/json")) {
            throw Refusal.of(
                    Kind.UNSUPPORTED,
                    "PATCH 不支持 Content-Type `%s`；请用 application/merge-patch+json",
                    "PATCH does not understand the Content-Type `%s`; use application/merge-patch+json",
                    type);
        }
        var patch = JsonTree.of(Bytes.of(body));
        var written = records.patch(of, id, patch, Etags.terms(request, caller, "PATCH " + kind + "/" + id));
        return Replies.written(of, written, records, request, format);
    }

    @Delete("/{+id}")
    HttpResponse<?> delete(String kind, String id, HttpRequest<?> request, Caller caller) {
        var receipt = records.delete(kind(kind), id, Etags.terms(request, caller, "DELETE " + kind + "/" + id));
        return HttpResponse.noContent().header(Revisions.REVISION, Long.toString(receipt.revision()));
    }

    private static org.shuqi.record.Body body(HttpRequest<?> request, byte[] bytes, String base) {
        var format = Format.sent(request, Format.DATA);
        if (format == Format.JSON || format == Format.JSON_LD) {
            var tree = JsonTree.of(bytes);
            if (!(tree instanceof ObjectNode object)) {
                throw Refusal.of(Kind.UNUSABLE, "内容须是一个 JSON 对象", "the body has to be one JSON object");
            }
            if (Contexts.isOurs(object)) {
                return new org.shuqi.record.Body.Json(object);
            }
            if (format == Format.JSON) {
                throw Refusal.of(
                        Kind.UNUSABLE,
                        "application/json 只接受已发布的上下文；自带上下文请用 application/ld+json",
                        "application/json takes the published context only; with another one send application/ld+json");
            }
        }
        return new org.shuqi.record.Body.Rdf(Intake.quads(bytes, format.lang().orElseThrow(), Optional.of(base)));
    }

    static RecordKind kind(String path) {
        return RecordKind.at(path)
                .orElseThrow(() -> Refusal.of(
                        Kind.UNKNOWN,
                        "没有路径 `/api/v1/%s`；接口清单见 /openapi",
                        "there is no path `/api/v1/%s`; see /openapi for what there is",
                        path));
    }
}

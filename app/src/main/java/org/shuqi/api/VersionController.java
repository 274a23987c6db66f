package org.shuqi.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shuqi.access.Caller;
import org.shuqi.agreement.Version;
import org.shuqi.agreement.VersionForm;
import org.shuqi.agreement.Versions;
import org.shuqi.casework.Cases;
import org.shuqi.graph.Store;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;

/** The versions of an agreement, and drafting the next one. */
@Controller("/api/v1/agreements/{+id}/versions")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class VersionController {

    private static final Set<String> KEYS = Set.of("kind", "identifier", "validFrom", "validUntil", "from", "to");

    private final Versions versions;
    private final Records records;

    VersionController(Store store, Records records, Cases cases, Settings settings) {
        this.versions = Versions.over(store, records, cases, settings.zone());
        this.records = records;
    }

    /** All of them, the first first. */
    @Get
    HttpResponse<byte[]> list(String id, HttpRequest<?> request) {
        Format.wanted(request, List.of(Format.JSON));
        return Replies.json(Map.of(
                "versions",
                versions.list(id).stream().map(VersionController::body).toList()));
    }

    /** Copies the clauses into a draft that replaces the agreement once it is in force. */
    @Post
    HttpResponse<byte[]> draft(String id, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        Format.sent(request, List.of(Format.JSON));
        var format = Format.wanted(request, Format.DATA);
        var fields = Fields.of(Bytes.of(body), KEYS);
        var form = new VersionForm(
                fields.needed("kind"),
                fields.text("identifier"),
                fields.text("validFrom"),
                fields.text("validUntil"),
                fields.text("from"),
                fields.text("to"));
        var terms = Etags.terms(request, caller, "draft the next version of agreements/" + id);
        var written = versions.draft(id, form, terms);
        return Replies.written(RecordKind.AGREEMENTS, written, records, request, format);
    }

    private static Map<String, Object> body(Version version) {
        var body = new LinkedHashMap<String, Object>();
        body.put("number", version.number());
        body.put("id", version.id());
        body.put("iri", version.iri());
        body.put("status", version.status());
        version.kind().ifPresent(kind -> body.put("kind", kind));
        version.replaces().ifPresent(old -> body.put("replaces", old));
        version.activatedAt().ifPresent(at -> body.put("activatedAt", at));
        version.validFrom().ifPresent(at -> body.put("validFrom", at));
        version.validUntil().ifPresent(at -> body.put("validUntil", at));
        version.terminatedAt().ifPresent(at -> body.put("terminatedAt", at));
        body.put("etag", Etags.of(version.tag()));
        return body;
    }
}

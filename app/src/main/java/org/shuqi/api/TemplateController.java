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
import org.shuqi.agreement.DraftForm;
import org.shuqi.agreement.Template;
import org.shuqi.agreement.Templates;
import org.shuqi.graph.Store;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;

/** Templates, and agreements drafted from them. */
@Controller("/api/v1")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TemplateController {

    private static final Set<String> KEYS = Set.of(
            "template",
            "identifier",
            "title",
            "request",
            "provider",
            "recipients",
            "data",
            "purposes",
            "methods",
            "validFrom",
            "validUntil");

    private final Templates templates;
    private final Records records;

    TemplateController(Store store, Records records, Settings settings) {
        this.templates = Templates.over(store, records, settings.zone(), settings.clock());
        this.records = records;
    }

    @Get("/agreement-templates")
    HttpResponse<byte[]> list(HttpRequest<?> request) {
        Format.wanted(request, List.of(Format.JSON));
        return Replies.json(Map.of(
                "templates",
                templates.list().stream().map(TemplateController::body).toList()));
    }

    /** Drafts an agreement from a template and, if one is named, a granted request. */
    @Post("/agreements/drafts")
    HttpResponse<byte[]> draft(HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        Format.sent(request, List.of(Format.JSON));
        var format = Format.wanted(request, Format.DATA);
        var fields = Fields.of(Bytes.of(body), KEYS);
        var form = new DraftForm(
                fields.needed("template"),
                fields.needed("identifier"),
                fields.text("title"),
                fields.text("request"),
                fields.text("provider"),
                fields.texts("recipients"),
                fields.texts("data"),
                fields.texts("purposes"),
                fields.texts("methods"),
                fields.text("validFrom"),
                fields.text("validUntil"));
        var terms = Etags.terms(request, caller, "draft " + form.identifier() + " from " + form.template());
        var written = templates.draft(form, terms);
        return Replies.written(RecordKind.AGREEMENTS, written, records, request, format);
    }

    private static Map<String, Object> body(Template template) {
        var body = new LinkedHashMap<String, Object>();
        body.put("code", template.code());
        body.put("iri", template.iri());
        body.put("label", Replies.both(template.label()));
        body.put("description", Replies.both(template.description()));
        body.put("agreementType", template.type());
        body.put("clauses", template.clauses());
        body.put("duties", template.duties().stream().map(Replies::both).toList());
        return body;
    }
}

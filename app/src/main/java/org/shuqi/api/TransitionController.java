package org.shuqi.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.shuqi.access.Caller;
import org.shuqi.casework.Cases;
import org.shuqi.casework.StepForm;
import org.shuqi.casework.StepOption;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;
import org.shuqi.registry.Settings;
import org.shuqi.time.Instants;

/** The legal next steps of a record, and taking one. */
@Controller("/api/v1/{kind}/{+id}/transitions")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TransitionController {

    private static final Set<String> KEYS = Set.of("to", "step", "note", "by", "role", "person", "at", "with");

    private final Cases cases;
    private final Settings settings;

    TransitionController(Cases cases, Settings settings) {
        this.cases = cases;
        this.settings = settings;
    }

    /** Every step of the table: whether it can be taken, what it needs, or why not. */
    @Get
    HttpResponse<byte[]> options(String kind, String id, HttpRequest<?> request, Caller caller) {
        Format.wanted(request, List.of(Format.JSON));
        var table = cases.options(kind(kind), id, caller);
        return Replies.json(body(table), table.revision()).header("ETag", Etags.of(table.tag()));
    }

    /** Takes a step; answers the record as it stands then. */
    @Post
    HttpResponse<byte[]> take(
            String kind, String id, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        Format.sent(request, List.of(Format.JSON));
        var format = Format.wanted(request, Format.DATA);
        var form = form(JsonTree.of(Bytes.of(body)));
        var terms = Etags.terms(request, caller, "step " + kind + "/" + id + " to " + form.to());
        var written = cases.take(kind(kind), id, form, terms);
        var reply = Replies.record(HttpStatus.OK, written.record(), format);
        Links.warnings(reply, written.receipt(), Tongue.of(request));
        return reply;
    }

    private StepForm form(JsonNode tree) {
        if (!(tree instanceof ObjectNode object)) {
            throw Refusal.of(Kind.UNUSABLE, "内容须是一个 JSON 对象", "the body has to be one JSON object");
        }
        var unknown = new TreeSet<String>();
        object.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                unknown.add(key);
            }
        });
        if (!unknown.isEmpty()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "不认识 `%s`；可用：%s（记录的内容放在 with 中）",
                    "`%s` is not known; there are %s (contents of the record go into `with`)",
                    unknown.first(),
                    String.join(", ", new TreeSet<>(KEYS)));
        }
        return new StepForm(
                text(object, "to")
                        .orElseThrow(() -> Refusal.of(
                                Kind.UNUSABLE, "没有写明到哪个状态；请填写 to", "it is not said which status to reach; give `to`")),
                text(object, "step"),
                text(object, "note"),
                text(object, "by"),
                text(object, "role"),
                text(object, "person"),
                text(object, "at").map(this::instant),
                with(object.path("with")));
    }

    private Instant instant(String text) {
        return Instants.parse(text, settings.zone())
                .orElseThrow(() -> Refusal.of(
                        Kind.UNUSABLE,
                        "`%s` 不是时间；请写成 2026-03-01T09:00:00+08:00",
                        "`%s` is no instant; write 2026-03-01T09:00:00+08:00",
                        text));
    }

    private static Optional<String> text(ObjectNode object, String key) {
        var value = object.path(key);
        if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
            throw Refusal.of(Kind.UNUSABLE, "`%s` 须是文字", "`%s` has to be a string", key);
        }
        return value.isTextual() && !value.textValue().isBlank() ? Optional.of(value.textValue()) : Optional.empty();
    }

    private static ObjectNode with(JsonNode with) {
        if (with.isMissingNode() || with.isNull()) {
            return JsonTree.object();
        }
        if (with instanceof ObjectNode object) {
            return object;
        }
        throw Refusal.of(Kind.UNUSABLE, "`with` 须是一个 JSON 对象", "`with` has to be one JSON object");
    }

    private static Map<String, Object> body(StepOption.Table table) {
        var body = new LinkedHashMap<String, Object>();
        body.put("record", table.record());
        body.put("procedure", table.cycle());
        body.put("label", Replies.both(table.label()));
        body.put("status", table.status());
        table.statusLabel().ifPresent(label -> body.put("statusLabel", Replies.both(label)));
        body.put("stated", table.stated());
        body.put(
                "transitions",
                table.options().stream().map(TransitionController::body).toList());
        body.put("revision", table.revision());
        return body;
    }

    private static Map<String, Object> body(StepOption option) {
        var body = new LinkedHashMap<String, Object>();
        body.put("step", option.step());
        body.put("label", Replies.both(option.label()));
        body.put("from", option.from());
        body.put("to", option.to());
        body.put("allowed", option.allowed());
        body.put("by", option.parties());
        body.put("roles", option.roles());
        body.put("needs", option.needs());
        body.put("needsNote", option.needsNote());
        if (!option.because().isEmpty()) {
            body.put(
                    "because",
                    option.because().stream()
                            .map(finding -> Replies.both(finding.message()))
                            .toList());
        }
        body.put("legalBasis", option.basis());
        return body;
    }

    private static RecordKind kind(String path) {
        return RecordController.kind(path);
    }
}

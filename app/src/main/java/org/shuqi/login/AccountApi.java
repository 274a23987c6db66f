package org.shuqi.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.access.Appointment;
import org.shuqi.access.Caller;
import org.shuqi.account.Accounts;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.time.Instants;

/** What is done about accounts beside filing them, for programs. What is shown once here is shown nowhere again. */
@Controller("/api/v1")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountApi {

    private static final int LONGEST_LABEL = 100;

    private final Accounts accounts;
    private final Records records;
    private final AccountKeeper keeper;

    AccountApi(Accounts accounts, Records records, AccountKeeper keeper) {
        this.accounts = accounts;
        this.records = records;
        this.keeper = keeper;
    }

    /** Who the caller is, and what they are appointed to at this moment. */
    @Get("/me")
    HttpResponse<byte[]> me(Caller caller) {
        var body = JsonTree.object();
        body.put("account", caller.id());
        body.put("person", caller.person());
        var list = body.putArray("appointments");
        caller.appointments().stream()
                .sorted(Comparator.comparing((Appointment held) -> held.role().code())
                        .thenComparing(Appointment::toString))
                .forEach(held -> {
                    var one = list.addObject();
                    one.put("role", held.role().code());
                    held.organization().ifPresent(where -> one.put("organization", where.getURI()));
                    held.division().ifPresent(where -> one.put("division", where.getURI()));
                });
        return json(HttpStatus.OK, body);
    }

    /** Issues a key for an account; the answer is the only place where it is ever shown. */
    @Post("/accounts/{id}/keys")
    HttpResponse<byte[]> issueKey(String id, Caller caller, @Body @Nullable byte[] body) {
        var asked = asked(body);
        var label = text(asked, "label").filter(words -> words.length() <= LONGEST_LABEL);
        return issued(accounts.issueKey(record(RecordKind.ACCOUNTS, id), label, instant(asked, "validUntil"), caller));
    }

    private static HttpResponse<byte[]> issued(Accounts.Issued issued) {
        var answer = JsonTree.object();
        answer.put("id", issued.record().getURI());
        answer.put("key", issued.key());
        answer.put("validUntil", issued.until().toString());
        return json(HttpStatus.CREATED, answer);
    }

    /** Issues a one-time password for an account, and signs out whoever used it. */
    @Post("/accounts/{id}/password")
    HttpResponse<byte[]> issuePassword(String id, Caller caller) {
        var account = record(RecordKind.ACCOUNTS, id);
        var password = keeper.issuePassword(account, caller);
        var answer = JsonTree.object();
        answer.put("account", account.getURI());
        answer.put("password", password);
        return json(HttpStatus.CREATED, answer);
    }

    /** Disables an account from now on, with all its keys and sessions. */
    @Post("/accounts/{id}/disable")
    HttpResponse<byte[]> disable(String id, Caller caller) {
        keeper.disable(record(RecordKind.ACCOUNTS, id), caller);
        return HttpResponse.noContent();
    }

    /** Opens a disabled account again. */
    @Post("/accounts/{id}/enable")
    HttpResponse<byte[]> enable(String id, Caller caller) {
        accounts.enable(record(RecordKind.ACCOUNTS, id), caller);
        return HttpResponse.noContent();
    }

    /** Issues a key in the place of another; the answer is the only place where it is ever shown. */
    @Post("/keys/{id}/rotate")
    HttpResponse<byte[]> rotateKey(String id, Caller caller, @Body @Nullable byte[] body) {
        var asked = asked(body);
        var overlap = Duration.ofHours(asked.path("overlapHours").asInt(0));
        return issued(accounts.rotate(record(RecordKind.KEYS, id), instant(asked, "validUntil"), overlap, caller));
    }

    /** Ends an appointment from now on. */
    @Post("/appointments/{id}/end")
    HttpResponse<byte[]> endAppointment(String id, Caller caller) {
        accounts.end(record(RecordKind.APPOINTMENTS, id), caller);
        return HttpResponse.noContent();
    }

    /** Revokes a key from now on. */
    @Post("/keys/{id}/revoke")
    HttpResponse<byte[]> revokeKey(String id, Caller caller) {
        accounts.revoke(record(RecordKind.KEYS, id), caller);
        return HttpResponse.noContent();
    }

    /** Lets another account act in a role of the caller's for a time. */
    @Post("/appointments/{id}/delegations")
    HttpResponse<byte[]> delegate(String id, Caller caller, @Body @Nullable byte[] body) {
        var asked = asked(body);
        var to = text(asked, "to").orElseThrow(() -> missing("to"));
        var made = accounts.delegate(
                record(RecordKind.APPOINTMENTS, id),
                record(RecordKind.ACCOUNTS, to),
                instant(asked, "validFrom"),
                instant(asked, "validUntil"),
                caller);
        var answer = JsonTree.object();
        answer.put("id", made.getURI());
        return json(HttpStatus.CREATED, answer)
                .header("Location", "/api/v1/appointments/" + records.id(RecordKind.APPOINTMENTS, made));
    }

    /** By IRI, or by the name under which the registry files it: accounts are read nowhere else. */
    private Node record(RecordKind kind, String id) {
        var start = records.baseIri() + kind.segment() + "/";
        var local = id.startsWith(start) ? id.substring(start.length()) : id;
        if (!local.matches("[A-Za-z0-9._~-]{1,200}")) {
            throw Refusal.of(
                    Kind.UNKNOWN, "没有记录 `%s/%s`；请核对编号", "no record `%s/%s`; check the identifier", kind.path(), id);
        }
        return NodeFactory.createURI(start + local);
    }

    private static JsonNode asked(byte @Nullable [] body) {
        var asked = JsonTree.of(body == null ? new byte[0] : body);
        if (!asked.isObject()) {
            throw Refusal.of(Kind.MALFORMED, "内容须是 JSON 对象", "the body has to be a JSON object");
        }
        return asked;
    }

    private static Optional<String> text(JsonNode asked, String name) {
        return Optional.of(asked.path(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank());
    }

    private static Instant instant(JsonNode asked, String name) {
        return text(asked, name).flatMap(Instants::zoned).orElseThrow(() -> missing(name));
    }

    private static Refusal missing(String name) {
        return Refusal.of(
                Kind.UNUSABLE,
                "缺少 `%s`，或者其值无法识别；时间须带时区，例如 2027-01-31T00:00:00+08:00",
                "`%s` is missing or cannot be read; an instant has an offset, as in 2027-01-31T00:00:00+08:00",
                name);
    }

    private static MutableHttpResponse<byte[]> json(HttpStatus status, ObjectNode body) {
        return HttpResponse.<byte[]>status(status)
                .body(JsonTree.bytes(body))
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store");
    }
}

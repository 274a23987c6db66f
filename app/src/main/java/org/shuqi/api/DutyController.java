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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shuqi.access.Caller;
import org.shuqi.agreement.Breaches;
import org.shuqi.agreement.Duties;
import org.shuqi.agreement.DutyInstance;
import org.shuqi.casework.Cases;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Filed;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;

/** What is owed under an agreement, the records that it was done, and breaches. */
@Controller("/api/v1/agreements/{+id}")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DutyController {

    private static final Set<String> FULFILMENT = Set.of("by", "due", "at", "what", "hash", "document", "person");
    private static final Set<String> BREACH =
            Set.of("by", "party", "duty", "due", "at", "note", "rectifyBy", "suspend", "role", "person");

    private final Duties duties;
    private final Breaches breaches;
    private final Records records;
    private final Settings settings;

    DutyController(Store store, Records records, Cases cases, Settings settings) {
        this.duties = Duties.over(store, records, settings.zone(), settings.clock());
        this.breaches = Breaches.over(store, records, cases, settings.zone(), settings.clock());
        this.records = records;
        this.settings = settings;
    }

    /** Every time that somebody owes something, with its date and where it stands. */
    @Get("/duties")
    HttpResponse<byte[]> list(
            String id,
            HttpRequest<?> request,
            @QueryValue("state") @Nullable String state,
            @QueryValue("at") @Nullable String at) {
        Format.wanted(request, List.of(Format.JSON));
        var instant = Optional.ofNullable(at)
                .filter(text -> !text.isBlank())
                .map(text -> Fields.parse(text, settings.zone()));
        var wanted = Optional.ofNullable(state).filter(code -> !code.isBlank());
        wanted.filter(code -> java.util.Arrays.stream(DutyInstance.State.values())
                        .noneMatch(each -> each.code().equals(code)))
                .ifPresent(code -> {
                    throw Refusal.of(
                            Kind.UNUSABLE,
                            "没有状态 `%s`；可用 open、fulfilled、overdue、breached",
                            "there is no state `%s`; there are open, fulfilled, overdue, breached",
                            code);
                });
        var found = duties.list(id, instant).stream()
                .filter(instance ->
                        wanted.isEmpty() || wanted.get().equals(instance.state().code()))
                .map(DutyController::body)
                .toList();
        return Replies.json(Map.of("duties", found));
    }

    /** Records that a duty was done, with its evidence. */
    @Post("/duties/{duty}/fulfilments")
    HttpResponse<byte[]> fulfil(
            String id, String duty, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        Format.sent(request, List.of(Format.JSON));
        var fields = Fields.of(Bytes.of(body), FULFILMENT);
        var form = new Duties.Form(
                fields.needed("by"),
                fields.text("due").map(DutyController::day),
                fields.instant("at", settings.zone()),
                fields.needed("what"),
                fields.text("hash"),
                fields.text("document").map(DutyController::address),
                fields.text("person"));
        var terms = Etags.terms(request, caller, "duty " + duty + " of agreements/" + id + " fulfilled");
        return created(
                RecordKind.FULFILMENTS, duties.fulfil(id, duty, form, terms).record(), request);
    }

    /** Records a breach, and suspends the agreement with it unless told not to. */
    @Post("/breaches")
    HttpResponse<byte[]> breach(String id, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        Format.sent(request, List.of(Format.JSON));
        var fields = Fields.of(Bytes.of(body), BREACH);
        var form = new Breaches.Form(
                fields.needed("by"),
                fields.needed("party"),
                fields.text("duty"),
                fields.text("due").map(DutyController::day),
                fields.instant("at", settings.zone()),
                fields.needed("note"),
                fields.instant("rectifyBy", settings.zone()),
                fields.flag("suspend", true),
                fields.text("role"),
                fields.text("person"));
        var terms = Etags.terms(request, caller, "breach of agreements/" + id);
        return created(RecordKind.BREACHES, breaches.record(id, form, terms), request);
    }

    private HttpResponse<byte[]> created(RecordKind kind, Filed record, HttpRequest<?> request) {
        var name = records.id(kind, record.iri());
        return Replies.record(HttpStatus.CREATED, record, Format.wanted(request, Format.DATA))
                .header("Location", Links.absolute(request, "/api/v1/" + kind.path() + "/" + Links.path(name)));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw Refusal.of(Kind.UNUSABLE, "`%s` 不是日期；请写成 2026-03-31", "`%s` is no day; write 2026-03-31", text);
        }
    }

    private static String address(String text) {
        if (!text.matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+")) {
            throw Refusal.of(Kind.UNUSABLE, "`%s` 不是网址；请核对 document", "`%s` is no address; check `document`", text);
        }
        return text;
    }

    private static Map<String, Object> body(DutyInstance instance) {
        var body = new LinkedHashMap<String, Object>();
        body.put("agreement", instance.agreement());
        body.put("duty", instance.duty());
        body.put("iri", instance.iri());
        body.put("action", instance.action());
        body.put("label", Replies.both(instance.label()));
        body.put("party", instance.party());
        instance.due().ifPresent(day -> body.put("due", day.toString()));
        instance.from().ifPresent(day -> body.put("from", day.toString()));
        instance.to().ifPresent(day -> body.put("to", day.toString()));
        body.put("state", instance.state().code());
        body.put("fulfilments", instance.fulfilments());
        body.put("breaches", instance.breaches());
        return body;
    }
}

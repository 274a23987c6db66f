package org.shuqi.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Set;
import org.shuqi.access.Caller;
import org.shuqi.agreement.Accessions;
import org.shuqi.casework.Cases;
import org.shuqi.record.Records;
import org.shuqi.record.Written;
import org.shuqi.registry.Settings;

/** Joining an agreement that is open to accession, and leaving one. */
@Controller("/api/v1/agreements/{+id}")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccessionController {

    private static final Set<String> KEYS = Set.of("by", "person", "note", "at", "with");

    private final Accessions accessions;
    private final Settings settings;

    AccessionController(Records records, Cases cases, Settings settings) {
        this.accessions = Accessions.over(records, cases);
        this.settings = settings;
    }

    /** The organisation signs, and is a recipient from then on; answers the agreement. */
    @Post("/accessions")
    HttpResponse<byte[]> join(String id, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var form = form(request, body);
        var terms = Etags.terms(request, caller, form.by() + " joins agreements/" + id);
        return reply(accessions.join(id, form, terms), HttpStatus.CREATED, request);
    }

    /** The organisation is a recipient no longer; answers the agreement. */
    @Post("/withdrawals")
    HttpResponse<byte[]> leave(String id, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var form = form(request, body);
        var terms = Etags.terms(request, caller, form.by() + " leaves agreements/" + id);
        return reply(accessions.leave(id, form, terms), HttpStatus.OK, request);
    }

    private Accessions.Form form(HttpRequest<?> request, byte @Nullable [] body) {
        Format.sent(request, List.of(Format.JSON));
        var fields = Fields.of(Bytes.of(body), KEYS);
        return new Accessions.Form(
                fields.needed("by"),
                fields.text("person"),
                fields.text("note"),
                fields.instant("at", settings.zone()),
                fields.object("with"));
    }

    private static HttpResponse<byte[]> reply(Written written, HttpStatus status, HttpRequest<?> request) {
        var reply = Replies.record(status, written.record(), Format.wanted(request, Format.DATA));
        Links.warnings(reply, written.receipt(), Tongue.of(request));
        return reply;
    }
}

package org.shuqi.web.settings;

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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.shuqi.access.Caller;
import org.shuqi.account.Accounts;
import org.shuqi.api.Links;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;
import org.shuqi.time.Instants;
import org.shuqi.web.Duty;
import org.shuqi.web.Fault;
import org.shuqi.web.Posted;
import org.shuqi.web.Screens;
import org.shuqi.web.View;
import org.shuqi.web.find.AccountNames;

/** Issues the keys of systems, puts one in the place of another, revokes keys and certificates. */
@Controller("/settings")
@Produces(MediaType.ALL)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class KeyController {

    private static final String KEYS = "/settings/keys";
    private static final int LONGEST_PURPOSE = 100;
    private static final int USUAL_DAYS = 365;

    private final Accounts accounts;
    private final Records records;
    private final Screens screens;
    private final Settings settings;
    private final AccountNames names;

    KeyController(Accounts accounts, Records records, Screens screens, Settings settings, AccountNames names) {
        this.accounts = accounts;
        this.records = records;
        this.screens = screens;
        this.settings = settings;
        this.names = names;
    }

    @Get("/keys/new")
    HttpResponse<?> begin(HttpRequest<?> request, Caller caller) {
        require(caller);
        var account =
                Optional.ofNullable(request.getParameters().get("account")).orElse("");
        return show(request, HttpStatus.OK, new KeyPage(KEYS + "/new", "", account, "", usual(), "", List.of()));
    }

    @Post("/keys/new")
    HttpResponse<?> issue(HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var posted = Posted.of(request, body);
        require(caller);
        var view = screens.view(request);
        var faults = new ArrayList<Fault>();
        var account = account(posted.get("account"));
        if (account.isEmpty()) {
            faults.add(new Fault("account", view.t("settings.key.no-account", posted.get("account"))));
        }
        if (posted.get("purpose").length() > LONGEST_PURPOSE) {
            faults.add(new Fault("purpose", view.t("settings.key.long-purpose", LONGEST_PURPOSE)));
        }
        var until = until(posted, view, faults);
        if (!faults.isEmpty()) {
            return wrong(request, KEYS + "/new", "", posted, faults);
        }
        try {
            var issued = accounts.issueKey(account.orElseThrow(), posted.find("purpose"), until.orElseThrow(), caller);
            return shown(request, names.meant(posted.get("account")), issued);
        } catch (Refusal refusal) {
            return refused(request, KEYS + "/new", "", posted, refusal);
        }
    }

    @Get("/keys/{id}/rotate")
    HttpResponse<?> turn(String id, HttpRequest<?> request, Caller caller) {
        require(caller);
        records.read(RecordKind.KEYS, id);
        return show(request, HttpStatus.OK, new KeyPage(address(id), id, "", "", usual(), "24", List.of()));
    }

    @Post("/keys/{id}/rotate")
    HttpResponse<?> rotate(String id, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var posted = Posted.of(request, body);
        require(caller);
        var view = screens.view(request);
        var faults = new ArrayList<Fault>();
        var until = until(posted, view, faults);
        if (!posted.get("overlap").matches("[0-9]{1,3}")) {
            faults.add(new Fault("overlap", view.t("settings.key.no-overlap", Accounts.LONGEST_OVERLAP.toHours())));
        }
        if (!faults.isEmpty()) {
            return wrong(request, address(id), id, posted, faults);
        }
        try {
            var old = records.read(RecordKind.KEYS, id).iri();
            var overlap = Duration.ofHours(Long.parseLong(posted.get("overlap")));
            return shown(request, id, accounts.rotate(old, until.orElseThrow(), overlap, caller));
        } catch (Refusal refusal) {
            return refused(request, address(id), id, posted, refusal);
        }
    }

    @Post("/keys/{id}/revoke")
    HttpResponse<?> revokeKey(String id, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        return revoke(RecordKind.KEYS, id, request, caller, body);
    }

    @Post("/certificates/{id}/revoke")
    HttpResponse<?> revokeCertificate(String id, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        return revoke(RecordKind.CERTIFICATES, id, request, caller, body);
    }

    private HttpResponse<?> revoke(
            RecordKind kind, String id, HttpRequest<?> request, Caller caller, @Nullable byte[] body) {
        Posted.of(request, body);
        require(caller);
        accounts.revoke(records.read(kind, id).iri(), caller);
        return Screens.to("/settings/" + kind.path());
    }

    private Optional<Instant> until(Posted posted, View view, List<Fault> faults) {
        var until = Instants.parse(posted.get("until"), settings.zone());
        if (until.isEmpty()) {
            faults.add(new Fault("until", view.t("settings.key.no-until", posted.get("until"))));
        }
        return until;
    }

    /** The account with the sign-in name, if the reader may know of it. */
    private Optional<Node> account(String typed) {
        var name = names.meant(typed);
        try {
            return name.isEmpty()
                    ? Optional.empty()
                    : Optional.of(records.read(RecordKind.ACCOUNTS, name).iri());
        } catch (Refusal unknown) {
            if (unknown.problem().kind() == Kind.UNKNOWN) {
                return Optional.empty();
            }
            throw unknown;
        }
    }

    private HttpResponse<?> refused(
            HttpRequest<?> request, String address, String old, Posted posted, Refusal refusal) {
        if (refusal.problem().kind() != Kind.UNUSABLE) {
            throw refusal;
        }
        var told = new Fault("", screens.view(request).t(refusal.problem().detail()));
        return wrong(request, address, old, posted, List.of(told));
    }

    private HttpResponse<?> wrong(
            HttpRequest<?> request, String address, String old, Posted posted, List<Fault> faults) {
        return show(
                request,
                HttpStatus.UNPROCESSABLE_ENTITY,
                new KeyPage(
                        address,
                        old,
                        posted.get("account"),
                        posted.get("purpose"),
                        posted.get("until"),
                        posted.get("overlap"),
                        faults));
    }

    private HttpResponse<?> show(HttpRequest<?> request, HttpStatus status, KeyPage page) {
        return screens.page(request, status, "settings/key.jte", page);
    }

    private HttpResponse<?> shown(HttpRequest<?> request, String whose, Accounts.Issued issued) {
        return screens.page(
                request, HttpStatus.CREATED, "settings/shown.jte", new ShownPage("key", whose, issued.key(), KEYS));
    }

    private String usual() {
        return settings.clock()
                .instant()
                .plus(Duration.ofDays(USUAL_DAYS))
                .atZone(settings.zone())
                .toLocalDate()
                .toString();
    }

    private static String address(String id) {
        return KEYS + "/" + Links.path(id) + "/rotate";
    }

    private static void require(Caller caller) {
        Duty.require(caller, SettingsController.keeper(RecordKind.KEYS));
    }
}

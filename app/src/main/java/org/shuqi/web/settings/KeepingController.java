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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shuqi.access.Caller;
import org.shuqi.account.Accounts;
import org.shuqi.api.Links;
import org.shuqi.form.Form;
import org.shuqi.form.Forms;
import org.shuqi.login.AccountKeeper;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Filed;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.web.Duty;
import org.shuqi.web.Posted;
import org.shuqi.web.Screens;
import org.shuqi.web.View;
import org.shuqi.web.form.FormDoor;
import org.shuqi.web.form.Place;
import org.shuqi.web.form.Sheet;

/** Makes and changes accounts, appointments, certificates and the rules of areas, with forms drawn from shapes. */
@Controller("/settings")
@Produces(MediaType.ALL)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class KeepingController {

    /** What an account is signed in with is its name for good. */
    private static final String NAME = "identifier";

    private static final Map<RecordKind, Form> FORMS = Map.of(
            RecordKind.ACCOUNTS, Forms.standard().of(RecordKind.ACCOUNTS.types().get(0)),
            RecordKind.APPOINTMENTS,
                    Forms.standard().of(RecordKind.APPOINTMENTS.types().get(0)),
            RecordKind.CERTIFICATES,
                    Forms.standard().of(RecordKind.CERTIFICATES.types().get(0)),
            RecordKind.PROFILES, Forms.standard().of(RecordKind.PROFILES.types().get(0)));

    private final FormDoor door;
    private final Screens screens;
    private final Records records;
    private final Accounts accounts;
    private final AccountKeeper keeper;

    KeepingController(FormDoor door, Screens screens, Records records, Accounts accounts, AccountKeeper keeper) {
        this.door = door;
        this.screens = screens;
        this.records = records;
        this.accounts = accounts;
        this.keeper = keeper;
    }

    @Get("/{kind}/new")
    HttpResponse<?> begin(String kind, HttpRequest<?> request, Caller caller) {
        return door.show(request, fresh(require(kind, caller), request));
    }

    @Post("/{kind}/new")
    HttpResponse<?> create(String kind, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var posted = Posted.of(request, body);
        var sent = door.sent(request, fresh(require(kind, caller), request), posted);
        var sheet = sent.kind() == RecordKind.CERTIFICATES ? sent.with(Thumbprints.read(sent.answers())) : sent;
        return door.act(request, sheet, posted, record -> made(request, sheet, record, caller));
    }

    @Get("/{kind}/{+id}/edit")
    HttpResponse<?> edit(String kind, String id, HttpRequest<?> request, Caller caller) {
        var wanted = require(kind, caller);
        var record = records.read(wanted, id);
        return door.show(request, sheet(wanted, record, request).with(record));
    }

    @Post("/{kind}/{+id}/edit")
    HttpResponse<?> change(String kind, String id, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var posted = Posted.of(request, body);
        var wanted = require(kind, caller);
        var sheet = door.sent(request, sheet(wanted, records.read(wanted, id), request), posted);
        return door.act(
                request, sheet, posted, record -> Screens.to(sheet.place().back()));
    }

    @Post("/accounts/{id}/{act}")
    HttpResponse<?> act(String id, String act, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        Posted.of(request, body);
        var account = records.read(require("accounts", caller), id).iri();
        switch (act) {
            case "password" -> {
                return shown(request, id, keeper.issuePassword(account, caller));
            }
            case "disable" -> keeper.disable(account, caller);
            case "enable" -> accounts.enable(account, caller);
            default -> throw Refusal.of(Kind.UNKNOWN, "没有操作 `%s`", "there is no action `%s`", act);
        }
        return Screens.to("/settings/accounts");
    }

    @Post("/appointments/{id}/end")
    HttpResponse<?> end(String id, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        Posted.of(request, body);
        accounts.end(records.read(require("appointments", caller), id).iri(), caller);
        return Screens.to("/settings/appointments");
    }

    /** Who is new gets a password that is shown here and nowhere else. */
    private HttpResponse<?> made(HttpRequest<?> request, Sheet sheet, Filed record, Caller caller) {
        var identity = sheet.answers().get("signInSubject");
        return sheet.kind() == RecordKind.ACCOUNTS && identity.isEmpty()
                ? shown(
                        request,
                        records.id(RecordKind.ACCOUNTS, record.iri()),
                        keeper.issuePassword(record.iri(), caller))
                : Screens.to(sheet.place().back());
    }

    private HttpResponse<?> shown(HttpRequest<?> request, String account, String password) {
        return screens.page(
                request,
                HttpStatus.CREATED,
                "settings/shown.jte",
                new ShownPage("password", account, password, "/settings/accounts"));
    }

    private Sheet fresh(RecordKind kind, HttpRequest<?> request) {
        var view = screens.view(request);
        return Sheet.fresh(kind, form(kind), place(kind, view.t("settings.new." + kind.path()), "/new", view));
    }

    private Sheet sheet(RecordKind kind, Filed record, HttpRequest<?> request) {
        var view = screens.view(request);
        var id = records.id(kind, record.iri());
        var title = view.t("settings.edit.title", view.t("settings." + kind.path()), id);
        return Sheet.of(kind, form(kind).without(NAME), place(kind, title, "/" + Links.path(id) + "/edit", view), id);
    }

    private static Place place(RecordKind kind, String title, String below, View view) {
        var list = "/settings/" + kind.path();
        return new Place(title, view.t("form.lead"), "settings", List.of(), list + below, list);
    }

    private static Form form(RecordKind kind) {
        return Optional.ofNullable(FORMS.get(kind))
                .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "`%s` 没有表单", "there is no form for `%s`", kind.path()));
    }

    private static RecordKind require(String name, Caller caller) {
        var kind = SettingsController.kind(name);
        Duty.require(caller, SettingsController.keeper(kind));
        return kind;
    }
}

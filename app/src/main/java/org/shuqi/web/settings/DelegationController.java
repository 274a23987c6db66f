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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.access.Caller;
import org.shuqi.account.Accounts;
import org.shuqi.account.Belongings;
import org.shuqi.account.Callers;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;
import org.shuqi.time.Instants;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Badge;
import org.shuqi.web.Fault;
import org.shuqi.web.Posted;
import org.shuqi.web.Said;
import org.shuqi.web.Screens;
import org.shuqi.web.View;
import org.shuqi.web.Where;
import org.shuqi.web.find.AccountNames;
import org.shuqi.web.settings.DelegationPage.Filled;

/** Lets people hand a role of theirs on for a time, take it back, and see what was done in it. */
@Controller("/delegations")
@Produces(MediaType.ALL)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DelegationController {

    private final Accounts accounts;
    private final Callers callers;
    private final Records records;
    private final Store store;
    private final Screens screens;
    private final Settings settings;
    private final AccountNames names;

    DelegationController(
            Accounts accounts,
            Callers callers,
            Records records,
            Store store,
            Screens screens,
            Settings settings,
            AccountNames names) {
        this.accounts = accounts;
        this.callers = callers;
        this.records = records;
        this.store = store;
        this.screens = screens;
        this.settings = settings;
        this.names = names;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, Caller caller) {
        return show(request, caller, HttpStatus.OK, new Filled("", "", "", ""), List.of());
    }

    @Post
    HttpResponse<?> delegate(HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var posted = Posted.of(request, body);
        var view = screens.view(request);
        var filled = new Filled(posted.get("duty"), posted.get("to"), posted.get("from"), posted.get("until"));
        var faults = new ArrayList<Fault>();
        if (filled.duty().isEmpty()) {
            faults.add(new Fault("duty", view.t("settings.delegation.no.duty")));
        }
        var to = names.meant(filled.to());
        if (!to.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            faults.add(new Fault("to", view.t("settings.delegation.no.to", filled.to())));
        }
        var from = instant("from", filled.from(), view, faults);
        var until = instant("until", filled.until(), view, faults);
        if (!faults.isEmpty()) {
            return show(request, caller, HttpStatus.UNPROCESSABLE_ENTITY, filled, faults);
        }
        try {
            accounts.delegate(
                    records.fresh(RecordKind.APPOINTMENTS, filled.duty()),
                    accounts.named(to),
                    from.orElseThrow(),
                    until.orElseThrow(),
                    caller);
            return Screens.to("/delegations");
        } catch (Refusal refusal) {
            var kind = refusal.problem().kind();
            if (kind == Kind.FORBIDDEN) {
                throw refusal;
            }
            var told = new Fault(
                    kind == Kind.UNKNOWN ? "to" : "", view.t(refusal.problem().detail()));
            return show(request, caller, HttpStatus.UNPROCESSABLE_ENTITY, filled, List.of(told));
        }
    }

    /** Takes back what was handed on, or gives back what was received. */
    @Post("/{id}/end")
    HttpResponse<?> end(String id, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        Posted.of(request, body);
        accounts.end(records.fresh(RecordKind.APPOINTMENTS, id), caller);
        return Screens.to("/delegations");
    }

    private Optional<Instant> instant(String field, String said, View view, List<Fault> faults) {
        var at = Instants.parse(said, settings.zone());
        if (at.isEmpty()) {
            faults.add(new Fault(field, view.t("settings.delegation.no." + field, said)));
        }
        return at;
    }

    private HttpResponse<?> show(
            HttpRequest<?> request, Caller caller, HttpStatus status, Filled filled, List<Fault> faults) {
        var view = screens.view(request);
        var mine = callers.belongingsOf(NodeFactory.createURI(caller.id()));
        try (var now = store.read()) {
            var union = now.union();
            var deeds = new Deeds(union, view, new Where(records), settings);
            var duties = mine.posts().stream()
                    .filter(post -> !post.delegated() && !isOver(post))
                    .map(post -> duty(post, union, view))
                    .toList();
            var given = mine.handedOn().stream()
                    .map(post -> handed(post, post.account(), deeds, union, view))
                    .toList();
            var received = mine.posts().stream()
                    .filter(Belongings.Post::delegated)
                    .map(post -> handed(post, post.giver().orElse(post.account()), deeds, union, view))
                    .toList();
            return screens.page(
                    request,
                    status,
                    "settings/delegations.jte",
                    new DelegationPage(duties, given, received, filled, faults));
        }
    }

    private DelegationPage.Handed handed(Belongings.Post post, Node other, Deeds deeds, Graph union, View view) {
        var person = callers.of(post.account())
                .map(Caller::person)
                .orElse(post.account().getURI());
        var word = post.holds() ? "holds" : isOver(post) ? "over" : hasBegun(post) ? "rests" : "to-come";
        var tone = post.holds() ? Badge.Tone.GOOD : isOver(post) ? Badge.Tone.PLAIN : Badge.Tone.WARN;
        return new DelegationPage.Handed(
                id(post),
                callers.nameOf(other).orElseGet(() -> records.id(RecordKind.ACCOUNTS, other)),
                duty(post, union, view),
                post.from().map(view::time).orElse("") + " – "
                        + post.until().map(view::time).orElse(""),
                new Badge(tone, new Said(view.t("settings.state." + word), view.lang())),
                !isOver(post),
                deeds.of(post, person));
    }

    private DelegationPage.Duty duty(Belongings.Post post, Graph union, View view) {
        var held = post.appointment();
        var reach = held.organization()
                .or(held::division)
                .map(node -> Said.name(union, node, view.language()))
                .orElseGet(() -> new Said(view.t("settings.everywhere"), view.lang()));
        return new DelegationPage.Duty(
                id(post), Said.name(union, Sq.code("approval-role", held.role().code()), view.language()), reach);
    }

    private boolean isOver(Belongings.Post post) {
        return post.until()
                .filter(until -> !until.isAfter(settings.clock().instant()))
                .isPresent();
    }

    private boolean hasBegun(Belongings.Post post) {
        return post.from().filter(settings.clock().instant()::isBefore).isEmpty();
    }

    private String id(Belongings.Post post) {
        return records.id(RecordKind.APPOINTMENTS, post.record());
    }
}

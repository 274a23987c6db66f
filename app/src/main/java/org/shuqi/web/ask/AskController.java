package org.shuqi.web.ask;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shuqi.access.Caller;
import org.shuqi.api.Links;
import org.shuqi.decision.Decisions;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;
import org.shuqi.search.Group;
import org.shuqi.web.Fault;
import org.shuqi.web.Screens;
import org.shuqi.web.View;
import org.shuqi.web.find.Picks;

/** May R use D for U? The address holds the whole question. */
@Controller("/ask")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AskController {

    private final Screens screens;
    private final Picks picks;
    private final Decisions decisions;
    private final Store store;
    private final Records records;
    private final Settings settings;

    AskController(Screens screens, Picks picks, Decisions decisions, Store store, Records records, Settings settings) {
        this.screens = screens;
        this.picks = picks;
        this.decisions = decisions;
        this.store = store;
        this.records = records;
        this.settings = settings;
    }

    @Get
    HttpResponse<?> ask(HttpRequest<?> request, Caller caller) {
        var view = screens.view(request);
        var asked = Asked.of(request, picks, view);
        if (!asked.isAnything()) {
            return screens.page(request, "ask/ask.jte", empty(asked, view, caller));
        }
        var faults = faults(asked, view);
        if (!asked.isWhole() || !faults.isEmpty()) {
            // who comes with a dataset only has not made a mistake
            var status = faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
            return screens.page(request, status, "ask/ask.jte", unanswered(asked, faults, view, caller));
        }
        if (asked.isByName()) {
            return Screens.to(asked.address());
        }
        return answered(request, asked, view, caller);
    }

    private HttpResponse<?> answered(HttpRequest<?> request, Asked asked, View view, Caller caller) {
        try (var now = store.read()) {
            var answer = decisions.answer(asked.form());
            var card = new Answering(view, now.union(), records, settings).card(asked, answer, Links.origin(request));
            return screens.page(
                    request,
                    "ask/ask.jte",
                    new AskPage(
                            fields(asked, view, caller).form(), List.of(), List.of(), Optional.of(card), List.of()));
        } catch (Refusal refused) {
            var problem = refused.problem();
            if (problem.kind() != Kind.UNUSABLE && problem.kind() != Kind.UNKNOWN && problem.kind() != Kind.FORBIDDEN) {
                throw refused;
            }
            return screens.page(
                    request,
                    HttpStatus.valueOf(problem.kind() == Kind.FORBIDDEN ? 403 : 422),
                    "ask/ask.jte",
                    unanswered(asked, List.of(new Fault("", view.t(problem.detail()))), view, caller));
        }
    }

    private AskPage empty(Asked asked, View view, Caller caller) {
        try (var now = store.read()) {
            return new AskPage(
                    fields(asked, view, caller).form(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    new Examples(view, now.union(), records).some());
        }
    }

    private AskPage unanswered(Asked asked, List<Fault> faults, View view, Caller caller) {
        var fields = fields(asked, view, caller);
        return new AskPage(fields.form(), faults, fields.unclear(), Optional.empty(), List.of());
    }

    /** The form, and what its unclear fields could mean. */
    private record Fields(AskPage.Form form, List<AskPage.Unclear> unclear) {}

    private Fields fields(Asked asked, View view, Caller caller) {
        var own = caller.organizations();
        var usual = asked.isAnything() || own.size() != 1
                ? ""
                : picks.of(own.iterator().next(), Group.ORGANIZATIONS, view).value();
        try (var now = store.read()) {
            var form = new AskForm(asked, view, now.union(), usual);
            return new Fields(form.form(), form.unclear());
        }
    }

    /** Only what was asked in part and cannot be told from a first step. */
    private static List<Fault> faults(Asked asked, View view) {
        var faults = new ArrayList<Fault>();
        for (var name : asked.unclear()) {
            var key = asked.pick(name).near().isEmpty() ? "ask.fault.unknown" : "ask.fault.unclear";
            faults.add(new Fault(name, view.t(key, view.t("ask.field." + name))));
        }
        if (!asked.word("knownAt").matches("\\d{0,18}")) {
            faults.add(new Fault("knownAt", view.t("ask.fault.revision")));
        }
        return faults;
    }
}

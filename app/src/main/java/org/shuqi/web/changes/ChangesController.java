package org.shuqi.web.changes;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.casework.Cases;
import org.shuqi.casework.StepForm;
import org.shuqi.decision.Decisions;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.proposal.Proposals;
import org.shuqi.proposal.Rehearsals;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.record.Terms;
import org.shuqi.standard.Standard;
import org.shuqi.web.Fault;
import org.shuqi.web.Pager;
import org.shuqi.web.Posted;
import org.shuqi.web.Screens;

/** Shows working copies of the words and shapes, and lets people edit, rehearse, review and publish them. */
@Controller("/changes")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ChangesController {

    private final Screens screens;
    private final Standard standard;
    private final Cases cases;
    private final Proposals proposals;
    private final Rehearsals rehearsals;
    private final ChangeReading reading;
    private final EditForms forms;

    ChangesController(
            Screens screens,
            Store store,
            Records records,
            Standard standard,
            Cases cases,
            Decisions decisions,
            Proposals proposals,
            Rehearsals rehearsals) {
        this.screens = screens;
        this.standard = standard;
        this.cases = cases;
        this.proposals = proposals;
        this.rehearsals = rehearsals;
        this.reading = new ChangeReading(store, records, cases, decisions, proposals, rehearsals);
        this.forms = new EditForms(store, records, proposals);
    }

    /** All of them. */
    @Get
    HttpResponse<?> all(HttpRequest<?> request) {
        var view = screens.view(request);
        var all = proposals.all();
        var pager = new Pager(Pager.wanted(request), Pager.ROWS, all.size());
        return screens.page(
                request,
                "changes/changes.jte",
                new ChangesPage(
                        standard.current().number(),
                        all.stream()
                                .skip(pager.before())
                                .limit(pager.size())
                                .map(one -> reading.row(one, view))
                                .toList(),
                        pager,
                        view.is(Role.STANDARDS_EDITOR)));
    }

    /** One of them. */
    @Get("/{id}")
    HttpResponse<?> one(String id, HttpRequest<?> request) {
        return show(id, request, HttpStatus.OK, List.of());
    }

    /** Where its rehearsal stands, for the page that waits for it. */
    @Get("/{id}/rehearsal")
    HttpResponse<?> rehearsal(String id, HttpRequest<?> request) {
        return screens.page(request, "changes/rehearsal.jte", reading.rehearsal(id, screens.view(request)));
    }

    /** The form to edit a term, in a working copy that there is or a new one. */
    @Get("/edit")
    HttpResponse<?> edit(HttpRequest<?> request) {
        var term = EditForms.term(Optional.ofNullable(request.getParameters().get("term"))
                .orElse("")
                .strip());
        var change = Optional.ofNullable(request.getParameters().get("change")).orElse("");
        var view = screens.view(request);
        return screens.page(request, "changes/edit.jte", forms.begin(term, change, caller(), view.language()));
    }

    /** Puts an edit into a working copy, and begins to rehearse it. */
    @Post(value = "/edit", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> put(HttpRequest<?> request, @Body @Nullable byte[] body) {
        var posted = Posted.of(request, body);
        var term = EditForms.term(posted.get("term"));
        try {
            var text = forms.written(term, posted);
            return edited(posted, term, id -> proposals.put(id, term, text, OptionalLong.empty(), caller()));
        } catch (Refusal refused) {
            return refused(request, posted, refused);
        }
    }

    /** Gives a code another address in a working copy. */
    @Post(value = "/rename", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> rename(HttpRequest<?> request, @Body @Nullable byte[] body) {
        var posted = Posted.of(request, body);
        var term = EditForms.term(posted.get("term"));
        try {
            var code = posted.get("heir");
            if (!code.matches("[A-Za-z0-9][A-Za-z0-9-]{0,60}")) {
                throw Refusal.of(
                        Kind.UNUSABLE,
                        "代码 `%s` 不可用；请用字母、数字和连字符",
                        "the code `%s` is of no use; write letters, digits and hyphens",
                        code);
            }
            var heir = EditForms.term(term.getURI().replaceAll("[^/]*$", "") + code);
            return edited(posted, term, id -> proposals.rename(id, term, heir, OptionalLong.empty(), caller()));
        } catch (Refusal refused) {
            return refused(request, posted, refused);
        }
    }

    private HttpResponse<?> edited(Posted posted, org.apache.jena.graph.Node term, Consumer<String> edit) {
        var isNew = posted.find("change").isEmpty();
        var id = posted.find("change")
                .orElseGet(() -> proposals.open(forms.title(term), posted.get("organization"), caller()));
        try {
            edit.accept(id);
        } catch (Refusal refused) {
            if (isNew) {
                proposals.discard(id, caller());
            }
            throw refused;
        }
        rehearsals.begin(id);
        return Screens.to("/changes/" + id);
    }

    private HttpResponse<?> refused(HttpRequest<?> request, Posted posted, Refusal refused) {
        var view = screens.view(request);
        return screens.page(
                request,
                HttpStatus.UNPROCESSABLE_ENTITY,
                "changes/edit.jte",
                forms.again(
                        EditForms.term(posted.get("term")),
                        posted,
                        caller(),
                        view.language(),
                        faults(refused, posted.find("text").isPresent() ? "text" : "", request)));
    }

    /** Begins to rehearse. */
    @Post(value = "/{id}/rehearsal", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> rehearse(String id, HttpRequest<?> request, @Body @Nullable byte[] body) {
        return acting(id, request, body, posted -> rehearsals.begin(id));
    }

    /** Takes an edit out. */
    @Post(value = "/{id}/drop", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> drop(String id, HttpRequest<?> request, @Body @Nullable byte[] body) {
        return acting(
                id,
                request,
                body,
                posted -> proposals.drop(id, EditForms.term(posted.get("term")), OptionalLong.empty(), caller()));
    }

    /** Makes an edit again on top of what holds now. */
    @Post(value = "/{id}/renew", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> renew(String id, HttpRequest<?> request, @Body @Nullable byte[] body) {
        return acting(id, request, body, posted -> {
            proposals.renew(id, EditForms.term(posted.get("term")), OptionalLong.empty(), caller());
            rehearsals.begin(id);
        });
    }

    /** Takes a step of the procedure; publishing is one. */
    @Post(value = "/{id}/steps", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> step(String id, HttpRequest<?> request, @Body @Nullable byte[] body) {
        return acting(
                id,
                request,
                body,
                posted -> cases.take(
                        RecordKind.PROPOSALS,
                        id,
                        new StepForm(
                                posted.get("to"),
                                posted.find("step"),
                                posted.find("note"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                JsonTree.object()),
                        new Terms("web", seen(posted), false, true, caller())));
    }

    /** What the one who acts has seen of the working copy, so that nobody publishes what changed under their eyes. */
    private static OptionalLong seen(Posted posted) {
        return posted.find("tag").filter(tag -> tag.matches("\\d{1,18}")).isPresent()
                ? OptionalLong.of(Long.parseLong(posted.get("tag")))
                : OptionalLong.empty();
    }

    private HttpResponse<?> acting(String id, HttpRequest<?> request, byte @Nullable [] body, Consumer<Posted> act) {
        var posted = Posted.of(request, body);
        try {
            act.accept(posted);
        } catch (Refusal refused) {
            if (refused.problem().kind() == Kind.UNKNOWN) {
                throw refused;
            }
            return show(id, request, HttpStatus.UNPROCESSABLE_ENTITY, faults(refused, "", request));
        }
        return Screens.to("/changes/" + id);
    }

    private HttpResponse<?> show(String id, HttpRequest<?> request, HttpStatus status, List<Fault> faults) {
        return screens.page(
                request, status, "changes/change.jte", reading.page(id, caller(), screens.view(request), faults));
    }

    private List<Fault> faults(Refusal refused, String field, HttpRequest<?> request) {
        var view = screens.view(request);
        var faults = new ArrayList<Fault>();
        if (refused.problem().violations().isEmpty()) {
            faults.add(new Fault(field, view.t(refused.problem().detail())));
        }
        refused.problem().violations().stream()
                .map(finding -> view.t(finding.message()))
                .distinct()
                .limit(20)
                .forEach(message -> faults.add(new Fault(field, message)));
        return faults;
    }

    private static Caller caller() {
        return Acting.caller().orElseThrow(() -> Refusal.of(Kind.UNAUTHENTICATED, "请先登录", "sign in first"));
    }
}

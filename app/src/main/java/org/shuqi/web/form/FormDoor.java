package org.shuqi.web.form;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.form.Choices;
import org.shuqi.form.Filing;
import org.shuqi.form.Forms;
import org.shuqi.form.Mistake;
import org.shuqi.form.Outcome;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Filed;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;
import org.shuqi.web.Posted;
import org.shuqi.web.Said;
import org.shuqi.web.Screens;

/**
 * Where people fill in a form for one record and send it: parts come and go without filing, what is begun can be kept,
 * everything that is wrong is told at once, and what somebody else changed meanwhile is not written over.
 */
@Singleton
public final class FormDoor {

    /** The field that the address of a record is made of. */
    private static final String NUMBER = "identifier";

    private final Screens screens;
    private final Store store;
    private final Records records;
    private final Picked picked;
    private final Drafts drafts;
    private final Filing filing;

    FormDoor(Screens screens, Store store, Records records, Picked picked, Drafts drafts, Settings settings) {
        this.screens = screens;
        this.store = store;
        this.records = records;
        this.picked = picked;
        this.drafts = drafts;
        this.filing = new Filing(Forms.standard(), records, store, settings.zone());
    }

    /** What there is to say besides what is filled in. */
    private record Remark(
            HttpStatus status, List<Mistake> mistakes, boolean isKept, List<Said> warnings, String meant) {

        static final Remark NONE = new Remark(HttpStatus.OK, List.of(), false, List.of(), "");
        static final Remark KEPT = new Remark(HttpStatus.OK, List.of(), true, List.of(), "");
        static final Remark CONFLICT = new Remark(HttpStatus.CONFLICT, List.of(), false, List.of(), "");

        static Remark of(HttpStatus status, List<Mistake> mistakes) {
            return new Remark(status, mistakes, false, List.of(), "");
        }
    }

    /** The form as it is filled in. */
    public HttpResponse<?> show(HttpRequest<?> request, Sheet sheet) {
        return show(request, sheet, Remark.NONE);
    }

    /** The form once more, with what sending it again would bring about. */
    public HttpResponse<?> warn(HttpRequest<?> request, Sheet sheet, List<Said> warnings, String meant) {
        return show(request, sheet, new Remark(HttpStatus.OK, List.of(), false, warnings, meant));
    }

    /** What a page has sent back for the sheet, with what was picked. */
    public Sheet sent(HttpRequest<?> request, Sheet sheet, Posted posted) {
        var sent = sheet.with(picked.in(sheet.form(), FormView.answers(posted), screens.view(request)))
                .at(posted.get("tag"));
        return sheet.draft().isPresent() ? sent.keptAs(posted.get("draft")) : sent;
    }

    /**
     * Does what the button that was pressed is for: adds a part or takes one away, keeps a draft, or files what was filled
     * in and goes where {@code next} says.
     */
    public HttpResponse<?> act(
            HttpRequest<?> request, Sheet sheet, Posted posted, Function<Filed, HttpResponse<?>> next) {
        var rearranged = FormView.rearranged(posted, sheet.answers());
        if (rearranged.isPresent()) {
            return show(request, sheet.with(rearranged.get()));
        }
        return posted.get("do").equals("draft") && sheet.draft().isPresent()
                ? show(request, sheet.keptAs(keep(sheet, sheet.draft().get())), Remark.KEPT)
                : file(request, sheet, next);
    }

    private HttpResponse<?> file(HttpRequest<?> request, Sheet sheet, Function<Filed, HttpResponse<?>> next) {
        try {
            var outcome = sheet.isNew() ? create(sheet) : change(sheet);
            if (outcome.written().isPresent()) {
                sheet.draft().ifPresent(draft -> drafts.forget(caller().id(), draft));
                return next.apply(outcome.written().get().record());
            }
            // nobody but this form has the number: whoever has taken it is the form itself, sent a second time
            var isThere = sheet.isNumbered()
                    && outcome.mistakes().stream()
                            .anyMatch(mistake -> mistake.input().equals(NUMBER));
            return isThere
                    ? next.apply(records.read(sheet.kind(), sheet.id()))
                    : show(request, sheet, Remark.of(HttpStatus.UNPROCESSABLE_ENTITY, outcome.mistakes()));
        } catch (Refusal refused) {
            var kind = refused.problem().kind();
            return show(
                    request,
                    sheet,
                    kind == Kind.STALE
                            ? Remark.CONFLICT
                            : Remark.of(HttpStatus.valueOf(kind.status()), List.of(Mistake.of(refused))));
        }
    }

    private Outcome create(Sheet sheet) {
        var answers = sheet.isNumbered() ? sheet.answers().with(NUMBER, sheet.id()) : sheet.answers();
        return filing.create(
                sheet.kind(),
                sheet.form(),
                answers,
                Optional.empty(),
                Filing.terms("register: " + sheet.kind().segment(), OptionalLong.empty(), caller()));
    }

    private Outcome change(Sheet sheet) {
        return filing.change(
                sheet.kind(),
                sheet.id(),
                sheet.form(),
                sheet.answers(),
                sheet.folding(),
                Filing.terms("change: " + sheet.kind().segment(), sheet.read(), caller()));
    }

    private String keep(Sheet sheet, String draft) {
        var title = sheet.answers().get("title.zh");
        return drafts.keep(
                caller().id(),
                Optional.of(draft).filter(id -> !id.isEmpty()),
                sheet.place().address(),
                title.isEmpty() ? sheet.answers().get(NUMBER) : title,
                sheet.answers());
    }

    private HttpResponse<?> show(HttpRequest<?> request, Sheet sheet, Remark remark) {
        try (var now = store.read()) {
            var form = FormView.of(
                    sheet.isNumbered() ? sheet.form().without(NUMBER) : sheet.form(),
                    sheet.answers(),
                    new Choices(now.union()),
                    remark.mistakes(),
                    screens.view(request).language());
            return screens.page(
                    request,
                    remark.status(),
                    "form/record.jte",
                    new FormPage(
                            form,
                            sheet.place(),
                            sheet.tag(),
                            sheet.isNumbered() ? sheet.id() : "",
                            sheet.draft().map(draft -> keeping(sheet, draft, remark.isKept())),
                            remark.status() == HttpStatus.CONFLICT,
                            remark.warnings(),
                            remark.meant()));
        }
    }

    private FormPage.Keeping keeping(Sheet sheet, String draft, boolean isKept) {
        var others = drafts.of(caller().id()).stream()
                .filter(other -> other.address().equals(sheet.place().address())
                        && !other.id().equals(draft))
                .toList();
        return new FormPage.Keeping(draft, isKept, others);
    }

    private static Caller caller() {
        return Acting.caller().orElseThrow(() -> Refusal.of(Kind.UNAUTHENTICATED, "请先登录", "sign in first"));
    }
}

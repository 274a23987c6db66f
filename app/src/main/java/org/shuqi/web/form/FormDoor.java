package org.shuqi.web.form;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
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
 * Where people fill in a form for one record and send it: parts come and go without filing, everything that is wrong is told
 * at once, and what somebody else changed meanwhile is not written over.
 */
@Singleton
public final class FormDoor {

    private final Screens screens;
    private final Store store;
    private final Records records;
    private final Picked picked;
    private final Filing filing;

    FormDoor(Screens screens, Store store, Records records, Picked picked, Settings settings) {
        this.screens = screens;
        this.store = store;
        this.records = records;
        this.picked = picked;
        this.filing = new Filing(Forms.standard(), records, store, settings.zone());
    }

    /** The form of a record that is there, filled in with what it says. */
    public HttpResponse<?> show(HttpRequest<?> request, Sheet sheet, Filed record) {
        return show(request, sheet.with(Filing.answers(sheet.form(), record)).at(Long.toString(record.tag())));
    }

    /** The form as it is filled in. */
    public HttpResponse<?> show(HttpRequest<?> request, Sheet sheet) {
        return show(request, sheet, HttpStatus.OK, List.of(), false, List.of(), "");
    }

    /** The form once more, with what sending it again would bring about. */
    public HttpResponse<?> warn(HttpRequest<?> request, Sheet sheet, List<Said> warnings, String meant) {
        return show(request, sheet, HttpStatus.OK, List.of(), false, warnings, meant);
    }

    /** The form with what is wrong; nothing was written. */
    public HttpResponse<?> refuse(HttpRequest<?> request, Sheet sheet, List<Mistake> mistakes) {
        return show(request, sheet, HttpStatus.UNPROCESSABLE_ENTITY, mistakes, false, List.of(), "");
    }

    /** What a page has sent back for the sheet, with what was picked. */
    public Sheet sent(HttpRequest<?> request, Sheet sheet, Posted posted) {
        return sheet.with(picked.in(sheet.form(), FormView.answers(posted), screens.view(request)))
                .at(posted.get("tag"));
    }

    /** The form with a part more or less, if that was asked for; nothing is filed by it. */
    public Optional<HttpResponse<?>> reshaped(HttpRequest<?> request, Sheet sheet, Posted posted) {
        var answers = posted.find("add")
                .map(part -> sheet.answers().withPart(part))
                .or(() -> posted.find("remove").map(part -> sheet.answers().withoutPart(part)));
        return answers.map(changed -> show(request, sheet.with(changed)));
    }

    /** Files what was filled in, besides what the page itself found wrong; then goes where {@code next} says. */
    public HttpResponse<?> file(
            HttpRequest<?> request,
            Sheet sheet,
            List<Mistake> found,
            Caller caller,
            Function<Filed, HttpResponse<?>> next) {
        Outcome outcome;
        try {
            outcome = found.isEmpty() ? filed(sheet, caller) : new Outcome(Optional.empty(), found);
        } catch (Refusal refusal) {
            var kind = refusal.problem().kind();
            return show(
                    request,
                    sheet,
                    HttpStatus.valueOf(kind.status()),
                    kind == Kind.STALE ? List.of() : List.of(Mistake.of(refusal)),
                    kind == Kind.STALE,
                    List.of(),
                    "");
        }
        return outcome.written()
                .<HttpResponse<?>>map(written -> next.apply(written.record()))
                .orElseGet(() -> refuse(request, sheet, outcome.mistakes()));
    }

    private Outcome filed(Sheet sheet, Caller caller) {
        var name = sheet.kind().segment();
        if (sheet.isNew()) {
            return filing.create(
                    sheet.kind(),
                    sheet.form(),
                    sheet.answers(),
                    Optional.empty(),
                    Filing.terms("register: " + name, OptionalLong.empty(), caller));
        }
        var read = sheet.tag().matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(sheet.tag()))
                : OptionalLong.empty();
        return filing.change(
                sheet.kind(), sheet.id(), sheet.form(), sheet.answers(), Filing.terms("change: " + name, read, caller));
    }

    private HttpResponse<?> show(
            HttpRequest<?> request,
            Sheet sheet,
            HttpStatus status,
            List<Mistake> mistakes,
            boolean conflict,
            List<Said> warnings,
            String meant) {
        try (var now = store.read()) {
            var form = FormView.of(
                    sheet.form(),
                    sheet.answers(),
                    new Choices(now.union()),
                    mistakes,
                    screens.view(request).language());
            return screens.page(
                    request,
                    status,
                    "form/record.jte",
                    new FormPage(
                            form,
                            sheet.title(),
                            sheet.nav(),
                            sheet.address(),
                            sheet.back(),
                            sheet.tag(),
                            conflict,
                            new ArrayList<>(warnings),
                            meant));
        }
    }
}

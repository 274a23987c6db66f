package org.shuqi.web.cases;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.shuqi.access.Caller;
import org.shuqi.form.Choices;
import org.shuqi.form.Filing;
import org.shuqi.form.Forms;
import org.shuqi.form.Mistake;
import org.shuqi.form.Outcome;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Terms;
import org.shuqi.web.Crumb;
import org.shuqi.web.Posted;
import org.shuqi.web.Screens;
import org.shuqi.web.Where;
import org.shuqi.web.form.FormView;

/** Shows the form of a record, files what was sent, and shows it again if something has to be mended. */
@Singleton
final class FormDoor {

    private static final String TEMPLATE = "cases/form.jte";

    private final Screens screens;
    private final Office office;
    private final Filing filing;

    FormDoor(Screens screens, Office office) {
        this.screens = screens;
        this.office = office;
        this.filing = new Filing(
                Forms.standard(),
                office.records(),
                office.store(),
                office.settings().zone());
    }

    MutableHttpResponse<byte[]> show(HttpRequest<?> request, Sheet sheet) {
        return show(request, sheet, HttpStatus.OK, List.of(), false);
    }

    /** Does what the button that was pressed is for. */
    MutableHttpResponse<byte[]> act(HttpRequest<?> request, Sheet sheet, Posted posted, Caller caller) {
        var rearranged = FormView.rearranged(posted);
        return rearranged.isPresent()
                ? show(request, sheet.with(rearranged.get()))
                : save(request, sheet.with(FormView.answers(posted)), caller);
    }

    private MutableHttpResponse<byte[]> save(HttpRequest<?> request, Sheet sheet, Caller caller) {
        try {
            var outcome = file(sheet, caller);
            // nobody but this form has the number: whoever has taken it is the form itself, sent a second time
            var isThere = sheet.isNew()
                    && outcome.mistakes().stream()
                            .anyMatch(mistake -> mistake.input().equals("identifier"));
            return outcome.written().isPresent() || isThere
                    ? Screens.to(Where.page(sheet.kind(), sheet.id()))
                    : show(request, sheet, HttpStatus.UNPROCESSABLE_ENTITY, outcome.mistakes(), false);
        } catch (Refusal refused) {
            var kind = refused.problem().kind();
            return kind == Kind.STALE
                    ? show(request, sheet, HttpStatus.CONFLICT, List.of(), true)
                    : show(request, sheet, HttpStatus.valueOf(kind.status()), List.of(Mistake.of(refused)), false);
        }
    }

    private Outcome file(Sheet sheet, Caller caller) {
        return sheet.isNew()
                ? filing.create(
                        sheet.kind(),
                        sheet.form(),
                        sheet.answers().with("identifier", sheet.id()),
                        Optional.empty(),
                        new Terms("POST " + sheet.kind().path(), OptionalLong.empty(), false, false, caller))
                : filing.change(
                        sheet.kind(),
                        sheet.id(),
                        sheet.form().without("identifier"),
                        sheet.answers(),
                        sheet.folding(),
                        Filing.terms("change " + sheet.kind().path() + "/" + sheet.id(), sheet.read(), caller));
    }

    private MutableHttpResponse<byte[]> show(
            HttpRequest<?> request, Sheet sheet, HttpStatus status, List<Mistake> mistakes, boolean isOvertaken) {
        var view = screens.view(request);
        var list = Where.list(sheet.kind());
        return office.look(view, look -> {
            var form = FormView.of(
                    sheet.form().without("identifier"),
                    sheet.answers(),
                    new Choices(look.registry()),
                    mistakes,
                    view.language());
            var page = new FormPage(
                    sheet.words(),
                    sheet.id(),
                    form,
                    sheet.address(),
                    sheet.back(),
                    list.substring(1),
                    List.of(Crumb.of(view, "cases.list.title." + list.substring(1), list)),
                    sheet.tag(),
                    isOvertaken);
            return screens.page(request, status, TEMPLATE, page);
        });
    }
}

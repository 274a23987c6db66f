package org.shuqi.web.cases;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.shuqi.access.Caller;
import org.shuqi.casework.Cases;
import org.shuqi.record.RecordKind;
import org.shuqi.web.Fault;
import org.shuqi.web.Posted;
import org.shuqi.web.Said;
import org.shuqi.web.Screens;
import org.shuqi.web.View;
import org.shuqi.web.Where;

/** Answers the form of a step, whatever kind of record it is of. */
@Singleton
final class StepDoor {

    private final Screens screens;
    private final Office office;
    private final Steps steps;
    private final Cases cases;

    StepDoor(Screens screens, Office office, Steps steps, Cases cases) {
        this.screens = screens;
        this.office = office;
        this.steps = steps;
        this.cases = cases;
    }

    /** Draws the page of the record again, with what has to be mended. */
    @FunctionalInterface
    interface Again {
        MutableHttpResponse<byte[]> page(Sent sent, List<Fault> faults);
    }

    /** Takes the step and goes on; shows the page again if something has to be mended, or what happened meanwhile. */
    MutableHttpResponse<byte[]> take(
            RecordKind kind, String id, HttpRequest<?> request, byte[] body, Caller caller, Again again) {
        var sent = Sent.of(Posted.of(request, body));
        var view = screens.view(request);
        var outcome = steps.take(kind, id, sent, view, caller);
        if (outcome.isOvertaken()) {
            return screens.page(
                    request, HttpStatus.CONFLICT, "cases/conflict.jte", conflict(kind, id, sent, view, caller));
        }
        if (!outcome.isDone()) {
            return again.page(sent, outcome.faults());
        }
        var here = Where.page(kind, id);
        if (!sent.goesOn()) {
            return Screens.to(here + "?done=1");
        }
        Function<Look, Optional<String>> next = look -> office.next(look, caller, Optional.empty())
                .map(due -> due.address() + "?done=" + kind.path() + "/" + id);
        return Screens.to(office.look(view, next).orElse(here + "?done=1"));
    }

    private ConflictPage conflict(RecordKind kind, String id, Sent sent, View view, Caller caller) {
        var record = office.records().read(kind, id);
        var chosen = steps.options(kind, id, caller).options().stream()
                .filter(option -> sent.isOf(option.step()))
                .findFirst();
        return office.look(
                view,
                look -> new ConflictPage(
                        look.link(record.iri()),
                        Where.list(kind).substring(1),
                        look.status(cases.status(record.iri(), look.registry())),
                        new Course(look, record.iri()).last(),
                        chosen.map(option -> Said.of(option.label(), view.language()))
                                .orElse(Said.code(sent.step())),
                        chosen.map(option -> (Map<String, String>) Steps.given(option, sent, view))
                                .orElse(Map.of()),
                        sent.note()));
    }
}

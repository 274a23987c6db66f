package org.shuqi.web.cases;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.shuqi.access.Caller;
import org.shuqi.record.RecordKind;
import org.shuqi.web.Screens;

/** Shows one case and takes its steps, the same for requests, corrections, disputes and entries of the lists. */
@Singleton
final class CaseDoor {

    private static final String TEMPLATE = "cases/case.jte";

    private final Screens screens;
    private final CaseDesk desk;
    private final StepDoor steps;

    CaseDoor(Screens screens, CaseDesk desk, StepDoor steps) {
        this.screens = screens;
        this.desk = desk;
        this.steps = steps;
    }

    /** The case as it stands. */
    MutableHttpResponse<byte[]> read(RecordKind kind, String id, HttpRequest<?> request, Caller caller) {
        var done = Optional.ofNullable(request.getParameters().get("done"));
        return screens.page(
                request, TEMPLATE, desk.page(kind, id, screens.view(request), caller, Sent.NOTHING, List.of(), done));
    }

    /** Takes the step that was sent; shows the case again if something has to be mended. */
    MutableHttpResponse<byte[]> step(
            RecordKind kind, String id, HttpRequest<?> request, Caller caller, byte @Nullable [] body) {
        return steps.take(
                kind,
                id,
                request,
                body == null ? new byte[0] : body,
                caller,
                (sent, faults) -> screens.page(
                        request,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        TEMPLATE,
                        desk.page(kind, id, screens.view(request), caller, sent, faults, Optional.empty())));
    }
}
